import { refuse, value, type Outcome } from './outcome.ts'

const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u
const compact = /^(\d{4})(\d{2})(\d{2})$/
const dayOrMonthFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const named = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})$|^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const timeless = /[t ]00:00(?::00(?:\.0+)?)?(?:z|[+-]00:?00)?$/

const monthOf = (name: string): number => months.findIndex((month) => month === name || month.slice(0, 3) === name || (name === 'sept' && month === 'september')) + 1

/** A day that exists, as `YYYY-MM-DD`. */
export const isoDay = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = year >= 1 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}

/** Year, month and day of a text in one of the forms that can mean only one day. */
const partsOf = (said: string): readonly [number, number, number] | 'ambiguous' | undefined => {
  const first = yearFirst.exec(said) ?? compact.exec(said)
  if (first !== null) return [Number(first[1]), Number(first[2]), Number(first[3])]
  const words = named.exec(said)
  if (words !== null) {
    const [, day, month, year, month2, day2, year2] = words
    return [Number(year ?? year2), monthOf((month ?? month2)!), Number(day ?? day2)]
  }
  const last = dayOrMonthFirst.exec(said)
  if (last === null) return undefined
  const [a, b, year] = [Number(last[1]), Number(last[2]), Number(last[3])]
  // 22/11 can only be a day and a month; 11/12 can be two days, and is one only when both are the same.
  if (a > 12 && b <= 12) return [year, b, a]
  if (b > 12 && a <= 12) return [year, a, b]
  return a === b ? [year, a, b] : 'ambiguous'
}

/** A day: `2026-11-22`, `2026/11/22`, `2026年11月22日`, `20261122`, `22 Nov 2026`; forms that can mean two days are refused. */
export const parseDate = (text: string): Outcome => {
  const said = text.normalize('NFKC').toLowerCase().trim().replace(timeless, '')
  const parts = partsOf(said)
  if (parts === undefined) return refuse('date')
  if (parts === 'ambiguous') return refuse('dateAmbiguous')
  const day = isoDay(...parts)
  return day === undefined ? refuse('dateMissing') : value(day)
}
