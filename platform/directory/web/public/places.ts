import type { Locale } from '@heng/contract'

/** Time zones of the IANA database that this browser knows. */
export const timeZones = (): string[] => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set([own, 'Asia/Shanghai', ...Intl.supportedValuesOf('timeZone'), 'UTC'])]
}

const usual = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'SGD', 'CHF']

/** Currencies of ISO 4217 with their names, the usual ones first. */
export const currencies = (locale: Locale): { value: string; label: string }[] => {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return [...new Set([...usual, ...Intl.supportedValuesOf('currency')])].map((value) => ({ value, label: `${value} ${names.of(value) ?? ''}` }))
}

/** The currency that an organisation in this place most likely counts in. */
export const likelyCurrency = (timeZone: string): string =>
  /^Asia\/(Shanghai|Chongqing|Urumqi|Harbin|Kashgar)$/.test(timeZone) ? 'CNY'
  : timeZone === 'Asia/Hong_Kong' ? 'HKD'
  : timeZone === 'Asia/Tokyo' ? 'JPY'
  : timeZone === 'Asia/Singapore' ? 'SGD'
  : timeZone === 'Europe/London' ? 'GBP'
  : timeZone === 'Europe/Zurich' ? 'CHF'
  : timeZone.startsWith('Europe/') ? 'EUR'
  : 'USD'

/** The part of the address that a name suggests; `org` where the name has no Latin letters. */
export const slugOf = (name: string): string => {
  const latin = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 48).replace(/^-+|-+$/g, '')
  return latin === '' ? 'org' : latin
}
