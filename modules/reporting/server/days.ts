import type { Locale } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'

/** Today as `YYYY-MM-DD` by the organisation's calendar. */
export const today = ({ now, org }: Pick<Ctx, 'now' | 'org'>): string => new Intl.DateTimeFormat('en-CA', { timeZone: org.timezone }).format(now)

/** When a day begins on the organisation's clocks. */
export const dayBegins = (day: string, timezone: string): Date => {
  const guess = new Date(`${day}T00:00:00Z`)
  const offsetAt = (at: Date): number => {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(at)
    const part = (type: string): number => Number(parts.find((p) => p.type === type)!.value)
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - at.getTime()
  }
  // Twice, because the clocks may change between the guess and the day's own beginning.
  const near = new Date(guess.getTime() - offsetAt(guess))
  return new Date(guess.getTime() - offsetAt(near))
}

/** English days come before their months, as everywhere in the product's documents. */
const tagOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale)

export const dayText = (day: string, locale: Locale): string => new Intl.DateTimeFormat(tagOf(locale), { dateStyle: locale === 'en' ? 'medium' : 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

export const instantText = (at: string | Date, locale: Locale, timezone: string): string =>
  new Intl.DateTimeFormat(tagOf(locale), { dateStyle: locale === 'en' ? 'medium' : 'long', timeStyle: 'short', hourCycle: 'h23', timeZone: timezone }).format(new Date(at))
