import { type Text } from '@heng/contract'
import { askReassessment, endReassessment } from '@heng/risks/reads'
import { updateRecords, type Ctx, type Subscription } from '@heng/server-kit'
import { sql } from 'kysely'
import { asRoom } from '../shown.ts'
import { trigger } from './register.ts'

interface Waiting {
  readonly id: string
  readonly risk: string
  readonly dueOn: string
  readonly title: Text
  readonly owner: string | null
  readonly unit: string | null
  readonly riskOwner: string | null
  readonly riskUnit: string | null
  /** How the risk has answered since: null while it has not. */
  readonly answer: 'rated' | 'reviewed' | 'ended' | null
}

/** Open triggers of these risks, with what has become of the risks since. One statement. */
const waiting = async (ctx: Ctx, risks: readonly string[]): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`select g.id, g.risk, g.due_on as "dueOn", jsonb_build_object('en', g.title_en, 'zh-CN', g.title_zh) as title, g.owner, g.unit, t.owner as "riskOwner", t.unit as "riskUnit",
      case when t.status <> 'open' or t.archived_at is not null then 'ended'
        when t.last_assessed_at is null or t.last_assessed_at <= g.raised_at then null
        when (t.current ->> 'ratedAt')::timestamptz > g.raised_at then 'rated' else 'reviewed' end as answer
    from review_trigger g join risk t on t.org_id = g.org_id and t.id = g.risk
    where g.org_id = ${ctx.org.id} and g.state = 'open' and g.risk = any(${risks}::uuid[])`.execute(ctx.tx)
  return rows
}

/** A rating or a confirmed review answers what was asked about the risk before; a risk that ended is asked about no more; a new owner is asked instead. */
const settle = async (ctx: Ctx, risks: readonly string[]): Promise<void> => {
  const open = await waiting(ctx, risks)
  const answered = open.filter((g) => g.answer !== null)
  const moved = open.filter((g) => g.answer === null && (g.owner !== g.riskOwner || g.unit !== g.riskUnit))
  await updateRecords(asRoom(ctx), trigger, answered.map(({ id, answer }) => ({ id, values: { state: 'answered', answer, answeredAt: ctx.now.toISOString() } })), undefined, 'updated', { recordedAs: 'answered' })
  await updateRecords(asRoom(ctx), trigger, moved.map(({ id, riskOwner, riskUnit }) => ({ id, values: { owner: riskOwner, unit: riskUnit } })))
  const still = new Set(open.filter((g) => g.answer === null).map((g) => g.risk))
  const done = answered.filter((g) => !still.has(g.risk))
  await endReassessment(ctx, done.filter((g) => g.answer !== 'ended').map((g) => g.risk))
  await endReassessment(ctx, done.filter((g) => g.answer === 'ended').map((g) => g.risk), 'cancelled')
  if (moved.some((g) => g.owner !== g.riskOwner)) await ask(ctx, moved.map((g) => g.risk))
}

/** Brings the review forward and asks the owners, with everything that is open about their risks. */
const ask = async (ctx: Ctx, risks: readonly string[]): Promise<void> => {
  const open = (await waiting(ctx, risks)).filter((g) => g.answer === null)
  await askReassessment(ctx, open.map(({ risk, dueOn, title }) => ({ risk, dueOn, reason: title })))
}

const risksOf = async (ctx: Ctx, ids: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ risk: string }>`select distinct risk from review_trigger where org_id = ${ctx.org.id} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  return rows.map((r) => r.risk)
}

const on = (event: string, handle: (ctx: Ctx, ids: readonly string[]) => Promise<void>): Subscription => ({
  name: `appetite.trigger.${event}`, event, handle: (ctx, { payload }) => handle(ctx, (payload as { ids?: string[] }).ids ?? []),
})

export const triggerWork: readonly Subscription[] = [
  on('reviewTrigger.created', async (ctx, ids) => ask(ctx, await risksOf(ctx, ids))),
  on('reviewTrigger.updated', async (ctx, ids) => {
    const risks = await risksOf(ctx, ids)
    const still = new Set((await waiting(ctx, risks)).map((g) => g.risk))
    await endReassessment(ctx, risks.filter((risk) => !still.has(risk)), 'cancelled')
  }),
  ...['updated', 'archived'].map((verb) => on(`risk.${verb}`, settle)),
]
