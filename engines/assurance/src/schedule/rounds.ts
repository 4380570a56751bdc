import { addDays, daysBetween } from '../day.ts'
import { after, firstFrom, lastBefore, type Schedule } from './occurrences.ts'

/** How long a result says something where no further round is planned: a year, as a management system is looked over once a year (ISO/IEC 27001 9.2, 9.3). */
export const validDays = 365
/** A round done so early counts for it: within the last quarter of the time since the round before. */
const earlyShare = 4
/** Missed in a row, after which a control is "not assessed" rather than worth a little: for a yearly test a whole certification cycle of three years. */
export const missedUntilLapse = 3

export interface Rounds extends Schedule {
  /** Days after its day that a round may still be done without being late. */
  readonly graceDays: number
}

/**
 * The day on which the next round is due. Before any round that is the first day of the schedule; after one that was done on a day, the
 * first day of the schedule that this did not serve. It serves every earlier day, and the next where it was done in the last quarter of
 * the interval before it. Where the schedule has ended, and without one, what was done is good for a year.
 */
export const nextDue = (schedule: Schedule, performedOn: string | null): string | null => {
  if (performedOn === null) return firstFrom(schedule, schedule.start)
  const next = after(schedule, performedOn)
  if (next === null) return addDays(performedOn, validDays)
  const before = lastBefore(schedule, next)
  const second = after(schedule, next)
  const interval = before !== null ? daysBetween(before, next) : second !== null ? daysBetween(next, second) : validDays
  const isServed = daysBetween(performedOn, next) <= Math.floor(interval / earlyShare)
  return isServed ? (second ?? addDays(next, validDays)) : next
}

/** How far a test is behind its schedule on a day. */
export interface Lateness {
  readonly due: string | null
  /** Days since the round should have been done at the latest; 0 while it is in time. */
  readonly overdueDays: number
  /** Rounds missed in a row, counted up to the number at which nothing is said any more. */
  readonly missed: number
  /** Days from the missed round to the one after it: the time in which what is known loses half its weight. */
  readonly intervalDays: number
}

/** How late the next round is. At most `missedUntilLapse` days of the schedule are asked for. */
export const lateness = (rounds: Rounds, due: string | null, today: string): Lateness => {
  if (due === null || daysBetween(addDays(due, rounds.graceDays), today) <= 0) return { due, overdueDays: 0, missed: 0, intervalDays: validDays }
  const following = (day: string): string => after(rounds, day) ?? addDays(day, validDays)
  const intervalDays = Math.max(1, daysBetween(due, following(due)))
  let missed = 0
  for (let day = due; missed < missedUntilLapse && addDays(day, rounds.graceDays) < today; day = following(day)) missed += 1
  return { due, overdueDays: daysBetween(addDays(due, rounds.graceDays), today), missed, intervalDays }
}
