import { daysBetween } from '../day.ts'

/** What keeps a recurrence rule from being used: which part of it, and why. */
export type RuleProblem =
  | { readonly code: 'form' | 'unknownPart' | 'twice' | 'value'; readonly part: string }
  | { readonly code: 'subDaily' | 'timeOfDay' | 'noFrequency' | 'countAndUntil' | 'ordinal' | 'until' | 'never' | 'tooLong' }

const mostCharacters = 300
/** More rounds than anybody plans; a finite rule is counted through from its beginning. */
export const mostCount = 200
const mostInterval = 1_000

const numbers = (value: string, most: number, isSigned: boolean): boolean =>
  value.split(',').every((one) => {
    if (!/^[+-]?\d{1,3}$/.test(one)) return false
    const n = Number(one)
    return n !== 0 && Math.abs(n) <= most && (isSigned || /^\d/.test(one))
  })
const within = (value: string, most: number): boolean => /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= most
const weekday = /^([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)$/

const fits: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: (v) => ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(v),
  INTERVAL: (v) => within(v, mostInterval),
  COUNT: (v) => within(v, mostCount),
  UNTIL: (v) => /^\d{8}$/.test(v) && isDay(`${v.slice(0, 4)}-${v.slice(4, 6)}-${v.slice(6)}`),
  BYDAY: (v) => v.split(',').every((one) => weekday.test(one)),
  BYMONTHDAY: (v) => numbers(v, 31, true),
  BYMONTH: (v) => numbers(v, 12, false),
  BYYEARDAY: (v) => numbers(v, 366, true),
  BYWEEKNO: (v) => numbers(v, 53, true),
  BYSETPOS: (v) => numbers(v, 366, true),
  WKST: (v) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(v),
}
const timesOfDay = new Set(['BYHOUR', 'BYMINUTE', 'BYSECOND'])

const isDay = (day: string): boolean => {
  try {
    return daysBetween(day, day) === 0
  } catch {
    return false
  }
}

/** A rule in the one form that is kept: upper case, no spaces, no leading `RRULE:`. */
export const normaliseRule = (rule: string): string => rule.trim().toUpperCase().replace(/^RRULE:/, '').replace(/;$/, '')

/**
 * Checks a recurrence rule (RFC 5545 3.3.10) for rounds that fall on days: no time of day, no frequency below a day, an `UNTIL` that is a
 * day, at most 200 of a `COUNT` and 1,000 of an `INTERVAL`. Null when it is right. Whether it ever falls on a day, `checkSchedule` says. O(length).
 */
export const checkRule = (rule: string): RuleProblem | null => {
  if (rule.length > mostCharacters) return { code: 'tooLong' }
  const parts = new Map<string, string>()
  for (const each of rule.split(';')) {
    const [, name, value] = /^([A-Z]+)=([A-Z0-9,+-]+)$/.exec(each) ?? []
    if (name === undefined || value === undefined) return { code: 'form', part: each.slice(0, 60) }
    if (parts.has(name)) return { code: 'twice', part: name }
    if (timesOfDay.has(name)) return { code: 'timeOfDay' }
    if (!Object.hasOwn(fits, name)) return { code: 'unknownPart', part: name.slice(0, 60) }
    if (name === 'FREQ' && ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(value)) return { code: 'subDaily' }
    if (!fits[name]!(value)) return name === 'UNTIL' ? { code: 'until' } : { code: 'value', part: name }
    parts.set(name, value)
  }
  return together(parts)
}

/** Days that an interval of a frequency has at most: a place beyond is never taken. */
const mostOf: Readonly<Record<string, number>> = { WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }

/** What RFC 5545 says of parts that stand together. */
const together = (parts: ReadonlyMap<string, string>): RuleProblem | null => {
  const frequency = parts.get('FREQ')
  if (frequency === undefined) return { code: 'noFrequency' }
  if (parts.has('COUNT') && parts.has('UNTIL')) return { code: 'countAndUntil' }
  const isNumbered = /\d/.test(parts.get('BYDAY') ?? '')
  const further = ['BYWEEKNO', 'BYYEARDAY', 'BYMONTHDAY'].filter((name) => parts.has(name))
  // "The second Monday that is the 9th" is read in different ways by those who read it at all.
  if (isNumbered && (!['MONTHLY', 'YEARLY'].includes(frequency) || further.length > 0)) return { code: 'ordinal' }
  // No year has a 53rd Monday but now and then, and no month a sixth: the library would take one of the year after.
  const ordinals = (parts.get('BYDAY') ?? '').split(',').map((one) => Math.abs(Number.parseInt(one, 10) || 1))
  if (Math.max(...ordinals) > (frequency === 'YEARLY' && !parts.has('BYMONTH') ? 52 : 5)) return { code: 'value', part: 'BYDAY' }
  if (further.length > 1) return { code: 'value', part: further[0]! }
  if (parts.has('BYWEEKNO') && frequency !== 'YEARLY') return { code: 'value', part: 'BYWEEKNO' }
  // "Daily, but on the 1st" is monthly: a rule that has to look at every day for years would hold up everybody.
  const filter = ['BYMONTH', 'BYMONTHDAY', 'BYSETPOS'].find((name) => parts.has(name))
  if (frequency === 'DAILY' && filter !== undefined) return { code: 'value', part: filter }
  if (parts.has('BYYEARDAY') && frequency !== 'YEARLY') return { code: 'value', part: 'BYYEARDAY' }
  if (parts.has('BYMONTHDAY') && frequency === 'WEEKLY') return { code: 'value', part: 'BYMONTHDAY' }
  const places = (parts.get('BYSETPOS') ?? '').split(',').map((place) => Math.abs(Number(place)))
  if (parts.has('BYSETPOS') && Math.max(...places) > (mostOf[frequency] ?? 0)) return { code: 'value', part: 'BYSETPOS' }
  if (parts.has('BYSETPOS') && ![...parts.keys()].some((key) => key.startsWith('BY') && key !== 'BYSETPOS')) return { code: 'value', part: 'BYSETPOS' }
  return null
}
