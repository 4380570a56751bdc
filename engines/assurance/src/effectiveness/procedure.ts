import type { Lateness } from '../schedule/rounds.ts'
import { missedUntilLapse } from '../schedule/rounds.ts'
import type { Conclusion } from '../sampling/proposal.ts'
import { allowed } from './method.ts'

export interface Result {
  readonly id: string
  readonly conclusion: Conclusion
  /** Items that were examined and those that deviate; null where the test was no sample. */
  readonly examined: number | null
  readonly deviations: number | null
}

/** A test procedure with its latest concluded result and how late the next round is. */
export interface Procedure {
  readonly id: string
  readonly reference: string
  readonly kind: 'design' | 'operating'
  readonly result: Result | null
  readonly lateness: Lateness
}

/**
 * `current`: in time; `decayed`: late, worth less by the day; `lapsed`: so many rounds missed that it says nothing; `pending`: not yet done
 * and not yet late, so it neither helps nor harms; `missing`: never done and late.
 */
export type Standing = 'current' | 'decayed' | 'lapsed' | 'pending' | 'missing'

export interface Judged {
  readonly procedure: Procedure
  readonly standing: Standing
  /** What the result says when it is fresh. */
  readonly base: number | null
  /** What is left of it today; null is "not assessed". */
  readonly percent: number | null
  readonly stale: boolean
}

/** Percent of a fresh result: the share of examined items without a deviation, rounded down, and never more than the conclusion allows. */
export const basePercent = ({ conclusion, examined, deviations }: Result): number => {
  const sampled = examined === null || examined === 0 ? 100 : Math.floor((100 * (examined - (deviations ?? 0))) / examined)
  return Math.min(allowed[conclusion], sampled)
}

/** Half is left after one interval, a quarter after two; rounded down. */
export const decayed = (base: number, overdueDays: number, intervalDays: number): number => Math.floor(base * 2 ** (-overdueDays / intervalDays))

export const judge = (procedure: Procedure): Judged => {
  const { result, lateness: { overdueDays, missed, intervalDays } } = procedure
  const stale = overdueDays > 0
  if (result === null) {
    const standing = !stale ? 'pending' : missed >= missedUntilLapse ? 'lapsed' : 'missing'
    return { procedure, standing, base: null, percent: null, stale }
  }
  const base = basePercent(result)
  if (!stale) return { procedure, standing: 'current', base, percent: base, stale }
  if (missed >= missedUntilLapse) return { procedure, standing: 'lapsed', base, percent: null, stale }
  return { procedure, standing: 'decayed', base, percent: decayed(base, overdueDays, intervalDays), stale }
}
