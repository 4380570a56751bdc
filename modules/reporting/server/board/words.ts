import { fill, type Locale, type Money } from '@heng/contract'
import { messages } from '../../locales/index.ts'
import { dayText, instantText } from '../days.ts'
import { moneyText } from './money.ts'

type BoardTexts = (typeof messages)['en']['board']

/** What every section needs to speak: the texts of a language, and the dates of one organisation. */
export interface Words {
  readonly locale: Locale
  readonly t: BoardTexts
  day: (day: string) => string
  instant: (at: string | Date) => string
  money: (money: Money) => string
  /** `one` for 1, else `many`; `{n}` is the number. */
  counted: (texts: { readonly one: string; readonly many: string }, n: number) => string
  number: (n: number) => string
  /** A number with its sign: +2, −1, ±0. */
  change: (n: number) => string
}

const grouped = (n: number): string => n.toLocaleString('en-US')

/** A sentence with its values; numbers have their thousands apart. */
export const say = (text: string, values: Readonly<Record<string, unknown>>): string =>
  fill(text, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'number' ? grouped(value) : value])))

export const wordsOf = (locale: Locale, timezone: string): Words => ({
  locale,
  t: messages[locale].board,
  day: (day) => dayText(day, locale),
  instant: (at) => instantText(at, locale, timezone),
  money: moneyText,
  number: grouped,
  counted: ({ one, many }, n) => say(n === 1 ? one : many, { n }),
  change: (n) => (n === 0 ? '±0' : n > 0 ? `+${grouped(n)}` : `−${grouped(-n)}`),
})

const longest = 60
/** A title cut to what two lines of a table hold, so that the report stays on its pages. */
export const short = (text: string, most = longest): string => {
  const letters = [...text]
  // A Chinese character is as wide as two letters.
  let width = 0
  const end = letters.findIndex((letter) => (width += letter.codePointAt(0)! > 0x2e7f ? 2 : 1) > most)
  return end === -1 ? text : `${letters.slice(0, end - 1).join('')}…`
}
