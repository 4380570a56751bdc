import { checkRule, checkSchedule, firstFrom, nextDue, normaliseRule, occurrences } from '@heng/engine-assurance'
import { invalid } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { dayIn } from '../control/rules.ts'

/** Refuses a rule that is none, naming the field and what is wrong with it. */
export const requireSchedule = (schedule: string | null, startsOn: string): void => {
  const problem = checkSchedule({ rule: schedule, start: startsOn })
  if (problem !== null) throw invalid('schedule', `rule.${problem.code}`, 'part' in problem ? { part: problem.part } : {})
}

/** The day on which the next round is due; null for a rule that is refused later. */
export const dueAfter = (schedule: string | null, startsOn: string, performedOn: string | null): string | null =>
  schedule !== null && checkRule(schedule) !== null ? null : nextDue({ rule: schedule, start: startsOn }, performedOn)

const shownDays = 5

/** The next days of a schedule that somebody is writing. */
export const preview = async (ctx: Ctx, { schedule, startsOn }: { schedule: string; startsOn: string }) => {
  const rule = normaliseRule(schedule)
  requireSchedule(rule, startsOn)
  const today = dayIn(ctx.org.timezone, ctx.now)
  const from = firstFrom({ rule, start: startsOn }, today > startsOn ? today : startsOn)
  return { schedule: rule, days: from === null ? [] : occurrences({ rule, start: startsOn }, from, shownDays) }
}
