import type { Facts } from './facts.ts'
import type { Policy, Target } from './policy.ts'

/** Which days count as working days. */
export interface WorkCalendar {
  /** Weekdays that are off, 1 (Monday) to 7 (Sunday). */
  readonly weekend: readonly number[]
  /** ISO days that are off although they are none of these, and ones worked although they are. */
  readonly holidays: ReadonlySet<string>
  readonly workdays: ReadonlySet<string>
}

/** A day that is none. */
export class DayError extends Error {
  constructor(found: string) {
    super(`"${found.slice(0, 40)}" is no day as YYYY-MM-DD`)
    this.name = 'DayError'
  }
}

const aDay = 86_400_000
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
const parsed = (day: string): number => {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(time) || isoDay(time) !== day ? Number.NaN : time
}
/** Whether a text is a day of the calendar as YYYY-MM-DD. */
export const isDay = (text: string): boolean => !Number.isNaN(parsed(text))
const timeOf = (day: string): number => {
  const time = parsed(day)
  if (Number.isNaN(time)) throw new DayError(day)
  return time
}

const isWorked = ({ weekend, holidays, workdays }: WorkCalendar, time: number): boolean => {
  const day = isoDay(time)
  return workdays.has(day) || (!holidays.has(day) && !weekend.includes(new Date(time).getUTCDay() || 7))
}

/**
 * The ISO day on which something is due: so many days after the day `from`, which itself does not count; calendar days, or working days if a calendar is given. Null if it
 * has no date. Throws `DayError`; `RangeError` for a calendar that works on no day of ten years. O(1), with a calendar O(days).
 */
export const dueOn = (from: string, dueDays: number | null, calendar?: WorkCalendar): string | null => {
  const begin = timeOf(from)
  if (dueDays === null) return null
  if (calendar === undefined) return isoDay(begin + dueDays * aDay)
  let [time, left] = [begin, dueDays]
  for (let idle = 0; left > 0; idle++) {
    if (idle > 3_660) throw new RangeError('the calendar has no working day')
    time += aDay
    if (!isWorked(calendar, time)) continue
    left--
    idle = 0
  }
  return isoDay(time)
}

/** Monday to Friday, without holidays. */
export const mondayToFriday: WorkCalendar = { weekend: [6, 7], holidays: new Set(), workdays: new Set() }

const sooner = ({ kevDueDate }: Policy, own: string | null, { kev, kevDue }: Facts): string | null => {
  const told = kevDueDate && kev === true && kevDue != null ? dueOn(kevDue, 0) : null
  return own === null || (told !== null && told < own) ? told : own
}

/**
 * When a vulnerability first seen on the day `from` is due under a policy; `calendar` is asked only where the policy counts working days. If the policy says so, never later
 * than the due date of the KEV catalog, which may lie before `from`: then it is overdue from the day it is found. Throws as `dueOn`.
 */
export const dueUnder = (policy: Policy, { dueDays }: Target, facts: Facts, from: string, calendar: WorkCalendar = mondayToFriday): string | null => {
  return sooner(policy, dueOn(from, dueDays, policy.count === 'working' ? calendar : undefined), facts)
}

/** Monday to Friday, but for what the policy names as days off or worked. */
export const calendarOf = ({ holidays = [], workdays = [] }: Policy): WorkCalendar => ({ ...mondayToFriday, holidays: new Set(holidays), workdays: new Set(workdays) })

/** Past this many pairs of day and days the memory begins anew. */
const remembered = 20_000

/** `dueUnder` by the policy's own calendar, made ready for many: days counted once are remembered. */
export const dueBy = (policy: Policy): ((target: Target, facts: Facts, from: string) => string | null) => {
  const calendar = policy.count === 'working' ? calendarOf(policy) : undefined
  const counted = new Map<string, string | null>()
  return ({ dueDays }, facts, from) => {
    const key = `${from} ${dueDays}`
    if (!counted.has(key)) {
      if (counted.size >= remembered) counted.clear()
      counted.set(key, dueOn(from, dueDays, calendar))
    }
    return sooner(policy, counted.get(key) ?? null, facts)
  }
}
