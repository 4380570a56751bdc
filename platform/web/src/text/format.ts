import type { Locale, Money } from '@heng/contract'

const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>()
const cached = <F extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(key: string, make: () => F): F => {
  const known = cache.get(key)
  if (known !== undefined) return known as F
  const made = make()
  cache.set(key, made)
  return made
}

// “12 Mar 2026” is read the same everywhere; “3/12/2026” is not.
const tag = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale)

/** A number and its Chinese unit with the space between them that all texts of the product have: “5 分钟前”. */
export const spaced = (text: string, locale: Locale): string => (locale === 'zh-CN' ? text.replaceAll(/(\d)(?=\p{Script=Han})/gu, '$1 ').replaceAll(/(\p{Script=Han})(?=\d)/gu, '$1 ') : text)

/** Decimal places of a currency (ISO 4217), 2 for one that the runtime does not know. */
export const currencyDigits = (currency: string): number => {
  try {
    return cached(`digits ${currency}`, () => new Intl.NumberFormat('en', { style: 'currency', currency })).resolvedOptions()
      .maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** Amount with its currency; `minor` counts the currency's smallest unit. */
export const formatMoney = ({ minor, currency }: Money, locale: Locale): string => {
  const digits = currencyDigits(currency)
  const value = minor / 10 ** digits
  try {
    return cached(`money ${locale} ${currency}`, () => new Intl.NumberFormat(tag(locale), { style: 'currency', currency })).format(value)
  } catch {
    return `${value.toFixed(digits)} ${currency}`
  }
}

/**
 * An amount in major units to three digits, for estimates that are no more exact than that: “CN¥1.23m”, “¥123 万”. The whole amount belongs beside it, as a
 * title or in a table.
 */
export const formatAmount = (major: number, currency: string, locale: Locale): string => {
  try {
    const format = cached(`amount ${locale} ${currency}`, () => new Intl.NumberFormat(tag(locale), { style: 'currency', currency, notation: 'compact', minimumSignificantDigits: 1, maximumSignificantDigits: 3 }))
    return spaced(format.format(major), locale)
  } catch {
    return `${Number(major.toPrecision(3))} ${currency}`
  }
}

export const formatNumber = (value: number, locale: Locale): string =>
  cached(`number ${locale}`, () => new Intl.NumberFormat(tag(locale), { maximumFractionDigits: 6 })).format(value)

/** A share from 0 to 1 as whole per cent. */
export const formatPercent = (share: number, locale: Locale): string =>
  cached(`percent ${locale}`, () => new Intl.NumberFormat(tag(locale), { style: 'percent', maximumFractionDigits: 0 })).format(share)

/** A calendar date (`2026-05-01`), which has no time zone and is not moved by one. */
export const formatDate = (value: string, locale: Locale): string => {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return value
  return cached(`date ${locale}`, () => new Intl.DateTimeFormat(tag(locale), { dateStyle: 'medium', timeZone: 'UTC' })).format(date)
}

/** An instant in the organisation's time zone, to the minute. */
export const formatTimestamp = (value: string, locale: Locale, timeZone: string): string => {
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return value
  return cached(
    `time ${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(tag(locale), { dateStyle: 'medium', timeStyle: 'short', timeZone }),
  ).format(date)
}

/** The time of day of an instant in the organisation's time zone, to the second. */
export const formatClock = (value: string, locale: Locale, timeZone: string): string =>
  cached(`clock ${locale} ${timeZone}`, () => new Intl.DateTimeFormat(tag(locale), { timeStyle: 'medium', timeZone })).format(new Date(value))

const steps = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** “3 days ago”, “in 2 hours”: the coarsest unit that fits, never finer than a minute. */
export const formatRelative = (value: string, locale: Locale, now: Date): string => {
  const seconds = (new Date(value).getTime() - now.getTime()) / 1_000
  if (Number.isNaN(seconds)) return value
  const format = cached(`relative ${locale}`, () => new Intl.RelativeTimeFormat(tag(locale), { numeric: 'auto' }))
  for (const [unit, size] of steps) if (Math.abs(seconds) >= size) return spaced(format.format(Math.trunc(seconds / size), unit), locale)
  // What the platform's own data says (此刻, this minute) does not read well beside a verb.
  return locale === 'zh-CN' ? '刚刚' : 'just now'
}
