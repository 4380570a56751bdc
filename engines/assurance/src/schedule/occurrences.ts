import { RRuleTemporal } from 'rrule-temporal'
import { checkRule, type RuleProblem } from './rule.ts'

/** When rounds fall due: days of a recurrence rule from a first day on; without a rule that day alone. */
export interface Schedule {
  /** RFC 5545 RRULE without its name, such as `FREQ=MONTHLY;BYMONTHDAY=-1`. */
  readonly rule: string | null
  /** DTSTART as a calendar day, `YYYY-MM-DD`. */
  readonly start: string
}

/** Periods and candidates looked through before a rule counts as never falling on a day again. */
const bounds = { maxIterations: 2_000, maxCandidateEvaluations: 40_000 }

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`)
const kept = new Map<string, RRuleTemporal>()

/** Reading a rule takes longer than asking it, and organisations use the same few over and over. */
const ruleOf = ({ rule, start }: Schedule): RRuleTemporal => {
  const key = `${start} ${rule}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = new RRuleTemporal({ rruleString: `DTSTART;VALUE=DATE:${start.replaceAll('-', '')}\nRRULE:${rule}`, ...bounds })
  if (kept.size >= 500) kept.delete(kept.keys().next().value!)
  kept.set(key, made)
  return made
}

const asked = (schedule: Schedule, ask: (rule: RRuleTemporal) => { toString: () => string } | null): string | null => {
  try {
    return ask(ruleOf(schedule))?.toString().slice(0, 10) ?? null
  } catch (error) {
    // The library says so where it has looked through as much as it may, or has left the calendar.
    if (error instanceof RangeError || /Maximum|exceeded/.test(String(error))) return null
    throw error
  }
}

/** The first day on or after another; null when there is none within what is looked through. */
export const firstFrom = (schedule: Schedule, day: string): string | null => {
  if (schedule.rule === null) return day <= schedule.start ? schedule.start : null
  return asked(schedule, (rule) => rule.next(midnight(day), true))
}

/** The last day before another; null when there is none. */
export const lastBefore = (schedule: Schedule, day: string): string | null => {
  if (schedule.rule === null) return schedule.start < day ? schedule.start : null
  return asked(schedule, (rule) => rule.previous(midnight(day), false))
}

/** Up to `count` days on or after another, in order. */
export const occurrences = (schedule: Schedule, from: string, count: number): string[] => {
  const days: string[] = []
  for (let next = firstFrom(schedule, from); next !== null && days.length < count; next = after(schedule, next)) days.push(next)
  return days
}

/** The first day after another. */
export const after = (schedule: Schedule, day: string): string | null => {
  if (schedule.rule === null) return day < schedule.start ? schedule.start : null
  return asked(schedule, (rule) => rule.next(midnight(day), false))
}

/** As `checkRule`, and a rule that never falls on a day is refused. */
export const checkSchedule = (schedule: Schedule): RuleProblem | null => {
  if (schedule.rule === null) return null
  return checkRule(schedule.rule) ?? (firstFrom(schedule, schedule.start) === null ? { code: 'never' } : null)
}
