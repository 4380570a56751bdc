import { canonicalJson, createRecords, updateRecords, type Ctx, type Values } from '@heng/server-kit'
import type { Measure } from '../../contract/shared.ts'
import { lapsed, type Reopening } from '../../rules/answer.ts'
import { inDays, today } from '../days.ts'
import type { LiveBreach, RiskFacts } from '../position/facts.ts'
import type { Place } from '../position/place.ts'
import { asRoom } from '../shown.ts'
import type { StatementInForce } from '../statement/inForce.ts'
import { breach } from './register.ts'

type Settled = { readonly opened: number; readonly closed: number }
interface Step {
  readonly id: string
  readonly values: Values
}

const limitOf = { current: 'level', planned: 'level', expected: 'expected', extreme: 'extreme' } as const
const money = (minor: number | null, currency: string) => (minor === null ? null : { minor, currency })
const limits = ({ beyond, lines }: Place) => beyond.map((measure: Measure) => ({ measure, line: lines[limitOf[measure]]! }))

const figures = (place: Place, currency: string): Values => ({
  title: { en: place.risk.titleEn, 'zh-CN': place.risk.titleZh }, owner: place.risk.owner, unit: place.risk.unit, beyond: [...place.beyond],
  currentLevel: place.risk.currentLevel, residualLevel: place.risk.residualLevel, expectedLoss: money(place.loss.expected, currency), extremeLoss: money(place.loss.extreme, currency),
})

/** Whether a breach says already what was found now: most do, and need no look at their records. */
const toldAlready = (b: LiveBreach, place: Place, statement: StatementInForce): boolean => {
  const { risk, loss, beyond } = place
  return b.statement === statement.id && b.titleEn === risk.titleEn && b.titleZh === risk.titleZh && b.owner === risk.owner && b.unit === risk.unit &&
    b.currentLevel === risk.currentLevel && b.residualLevel === risk.residualLevel && b.expectedLoss === loss.expected && b.extremeLoss === loss.extreme &&
    canonicalJson(b.beyond) === canonicalJson(beyond) && canonicalJson(b.limits) === canonicalJson(limits(place))
}

const fresh = (ctx: Ctx, statement: StatementInForce, place: Place): Values => {
  const accepted = place.risk.acceptance
  return {
    ...figures(place, statement.currency), risk: place.risk.id, openedAt: ctx.now.toISOString(), dueOn: inDays(ctx, statement.policy.breachDays),
    statement: statement.id, limits: limits(place), exceptionAsked: false,
    ...(accepted === null ? { state: 'open' } : { state: 'answered', answer: 'acceptance', acceptance: accepted, answeredAt: ctx.now.toISOString() }),
  }
}

const answerOf = (b: LiveBreach, accepted: boolean) => {
  if (b.answer === 'acceptance') return { kind: 'acceptance', accepted } as const
  if (b.answer === 'exception') return { kind: 'exception', until: b.exceptionUntil!, level: b.exceptionLevel } as const
  return { kind: 'treatment', state: b.measureState, due: b.measureDue } as const
}

/** An answer that lapsed leaves the breach open again, with days of its own to answer it. */
const reopened = (ctx: Ctx, statement: StatementInForce, why: Reopening): Values => ({
  state: 'open', answer: null, answeredAt: null, answeredBy: null, measure: null, acceptance: null, exceptionUntil: null, exceptionReason: null, exceptionLevel: null,
  reopenedBecause: why, dueOn: inDays(ctx, statement.policy.breachDays),
})

/** What becomes of breaches of risks that were just held against the statement. Some thirty statements at most, none where nothing changed. */
export const settleBreaches = async (ctx: Ctx, statement: StatementInForce | null, places: readonly Place[], gone: readonly RiskFacts[]): Promise<Settled> => {
  const steps = { opened: [] as Values[], updated: [] as Step[], answered: [] as Step[], reopened: [] as Step[], closed: [] as Step[] }
  const close = (b: LiveBreach, closing: string) => steps.closed.push({ id: b.id, values: { state: 'closed', closing, closedAt: ctx.now.toISOString(), exceptionAsked: false } })
  for (const { breach: b, live } of gone) if (b !== null) close(b, live ? 'noLimit' : 'riskEnded')
  const day = today(ctx)
  for (const place of statement === null ? [] : places) {
    const { breach: b, acceptance } = place.risk
    if (b === null) {
      if (place.standing === 'breach') steps.opened.push(fresh(ctx, statement!, place))
      continue
    }
    // What nobody knows any more is no proof that the risk is back.
    if (place.standing === 'notAssessed') continue
    if (place.standing !== 'breach') {
      close(b, place.standing === null ? 'noLimit' : 'withinTolerance')
      continue
    }
    const now = { ...figures(place, statement!.currency), limits: limits(place), statement: statement!.id }
    const why = b.state === 'answered' ? lapsed(answerOf(b, acceptance !== null), day, place.risk.currentLevel) : null
    const accepted = acceptance !== null && (b.state === 'open' || why !== null)
    if (accepted) steps.answered.push({ id: b.id, values: { ...now, state: 'answered', answer: 'acceptance', acceptance, answeredAt: ctx.now.toISOString(), measure: null, reopenedBecause: null } })
    else if (why !== null) steps.reopened.push({ id: b.id, values: { ...now, ...reopened(ctx, statement!, why) } })
    else if (!toldAlready(b, place, statement!)) steps.updated.push({ id: b.id, values: now })
  }
  const room = asRoom(ctx)
  await createRecords(room, breach, steps.opened)
  for (const verb of ['updated', 'answered', 'reopened', 'closed'] as const) if (steps[verb].length > 0) await updateRecords(room, breach, steps[verb], undefined, 'updated', { recordedAs: verb })
  return { opened: steps.opened.length, closed: steps.closed.length }
}
