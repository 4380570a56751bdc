import { RRuleTemporal } from 'rrule-temporal'
import { addDays } from '../day.ts'
import { checkRule, mostCount, type RuleProblem } from './rule.ts'

/** When rounds fall due: days of a recurrence rule from a first day on; without a rule that day alone. */
export interface Schedule {
  /** RFC 5545 RRULE without its name, such as `FREQ=MONTHLY;BYMONTHDAY=-1`. */
  readonly rule: string | null
  /** DTSTART as a calendar day, `YYYY-MM-DD`. */
  readonly start: string
}

/** Periods and candidates looked through before a rule counts as never falling on a day again. */
const bounds = { maxIterations: 500, maxCandidateEvaluations: 10_000 }
/** A rule whose first day is further away than this is none. */
const furthestYears = 10

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`)
const kept = new Map<string, Asked>()

interface Asked {
  readonly rule: RRuleTemporal
  /** All days of a rule that counts them: the library would count anew from the first at each question. */
  readonly all: readonly string[] | null
  /** The day after a day, as far as it was asked for: late tests ask the same every night. */
  readonly following: Map<string, string | null>
}

/** All days of a rule that counts them, as far as they are found within the bounds. */
const counted = (rule: RRuleTemporal): string[] => {
  const days: string[] = []
  try {
    rule.all((day) => days.push(day.toString().slice(0, 10)) < mostCount)
  } catch (error) {
    if (!isExhausted(error)) throw error
  }
  return days
}

/** The library says so where it has looked through as much as it may, or has left the calendar. */
const isExhausted = (error: unknown): boolean => error instanceof RangeError || /Maximum|exceeded/.test(String(error))

/** Organisations use the same few rules over and over. */
const ruleOf = ({ rule, start }: Schedule): Asked => {
  const key = `${start} ${rule}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = new RRuleTemporal({ rruleString: `DTSTART;VALUE=DATE:${start.replaceAll('-', '')}\nRRULE:${rule}`, ...bounds })
  const all = rule!.includes('COUNT=') ? counted(made) : null
  if (kept.size >= 500) kept.delete(kept.keys().next().value!)
  const asked: Asked = { rule: made, all, following: new Map() }
  kept.set(key, asked)
  return asked
}

interface Question {
  readonly among: (days: readonly string[]) => string | undefined
  readonly of: (rule: RRuleTemporal) => { toString: () => string } | null
}

const asked = (schedule: Schedule, { among, of }: Question): string | null => {
  try {
    const { rule, all } = ruleOf(schedule)
    return (all === null ? of(rule)?.toString().slice(0, 10) : among(all)) ?? null
  } catch (error) {
    if (isExhausted(error)) return null
    throw error
  }
}

/** The first day on or after another; null when there is none within what is looked through. */
export const firstFrom = (schedule: Schedule, day: string): string | null => {
  if (schedule.rule === null) return day <= schedule.start ? schedule.start : null
  return asked(schedule, { among: (days) => days.find((one) => one >= day), of: (rule) => rule.next(midnight(day), true) })
}

/** The last day before another; null when there is none. */
export const lastBefore = (schedule: Schedule, day: string): string | null => {
  if (schedule.rule === null) return schedule.start < day ? schedule.start : null
  return asked(schedule, { among: (days) => days.findLast((one) => one < day), of: (rule) => rule.previous(midnight(day), false) })
}

/** Up to `count` days on or after another, in order. */
export const occurrences = (schedule: Schedule, from: string, count: number): string[] => {
  const days: string[] = []
  for (let next = firstFrom(schedule, from); next !== null && days.length < count; next = after(schedule, next)) days.push(next)
  return days
}

const mostRemembered = 50

/** The first day after another. */
export const after = (schedule: Schedule, day: string): string | null => {
  if (schedule.rule === null) return day < schedule.start ? schedule.start : null
  const { following } = ruleOf(schedule)
  const known = following.get(day)
  if (known !== undefined) return known
  const next = asked(schedule, { among: (days) => days.find((one) => one > day), of: (rule) => rule.next(midnight(day), false) })
  if (following.size < mostRemembered) following.set(day, next)
  return next
}

/** As `checkRule`, and a rule that falls on no day within ten years is refused. */
export const checkSchedule = (schedule: Schedule): RuleProblem | null => {
  if (schedule.rule === null) return null
  const problem = checkRule(schedule.rule)
  if (problem !== null) return problem
  const first = firstFrom(schedule, schedule.start)
  return first === null || first > addDays(schedule.start, furthestYears * 366) ? { code: 'never' } : null
}
