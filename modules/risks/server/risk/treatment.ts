import { notFound } from '@heng/contract'
import { authorise, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Effects } from '../../contract/measure.ts'
import type { Rating } from '../../contract/risk.ts'
import { mayDecide, mayWithdraw } from '../acceptance/register.ts'
import { risk, riskResource } from './register.ts'

interface MeasureRow {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly state: string
  readonly progress: number | null
  readonly owner: string | null
  readonly due: string | null
  readonly minor: number | null
  readonly currency: string | null
  readonly control: string | null
  readonly effects: Effects | null
  readonly verified_at: string | null
}

const measuresOf = async (ctx: Ctx, row: StoredRow) => {
  const { rows } = await sql<MeasureRow>`select m.id, m.reference, m.title, m.state, m.progress, p.name as owner, m.due, m.cost_minor as minor, m.cost_currency as currency,
      m.control, m.effects, m.verified_at
    from measure_risk l join treatment_measure m on m.org_id = l.org_id and m.id = l.measure and m.archived_at is null
    left join person p on p.org_id = m.org_id and p.id = m.owner
    where l.org_id = ${ctx.org.id} and l.risk = ${row.id} order by m.reference`.execute(ctx.tx)
  const ratedAt = (row.current as Rating | null)?.ratedAt
  return rows.map(({ effects, minor, currency, verified_at, ...m }) => ({
    ...m, cost: minor === null || currency === null ? null : { minor, currency },
    reductions: (effects ?? []).find((e) => e.risk === row.id)?.reductions ?? [],
    counted: verified_at !== null && ratedAt !== undefined && Date.parse(verified_at) <= Date.parse(ratedAt),
  }))
}

const plansOf = async (ctx: Ctx, id: string) => {
  const { rows } = await sql<{ id: string; reference: string; name: string; state: string }>`select p.id, p.reference, p.name, p.state
    from plan_risk l join treatment_plan p on p.org_id = l.org_id and p.id = l.plan and p.archived_at is null
    where l.org_id = ${ctx.org.id} and l.risk = ${id} order by p.id desc`.execute(ctx.tx)
  return rows
}

interface AcceptanceRow {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly state: string
  readonly level: number | null
  readonly owner: string | null
  readonly owner_name: string | null
  readonly unit: string | null
  readonly authority: string | null
  readonly validUntil: string | null
  readonly reason: string | null
  readonly decidedAt: string | null
  readonly countersignedBy: string | null
  readonly frozenHash: string | null
}

const acceptancesOf = async (ctx: Ctx, id: string) => {
  const { rows } = await sql<AcceptanceRow>`select a.id, a.reference, a.version, a.state, a.level, a.owner, p.name as owner_name, a.unit, a.authority, a.valid_until as "validUntil",
      a.reason, a.decided_at as "decidedAt", c.name as "countersignedBy", a.frozen_hash as "frozenHash"
    from risk_acceptance a left join person p on p.org_id = a.org_id and p.id = a.owner left join person c on c.org_id = a.org_id and c.id = a.countersigned_by
    where a.org_id = ${ctx.org.id} and a.risk = ${id} and a.archived_at is null order by a.id desc limit 50`.execute(ctx.tx)
  return rows.map(({ owner_name, owner, unit, ...a }) => {
    const row = { ...a, owner, unit } as unknown as StoredRow
    return { ...a, owner: owner_name, mayDecide: mayDecide(ctx, row), mayWithdraw: mayWithdraw(ctx, row) }
  })
}

/** What is done about a risk: seen by whoever may see the risk. Six statements. */
export const treatment = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, risk, [id])
  if (row === undefined) throw notFound('risk')
  authorise(ctx, 'risk:read', riskResource(row))
  return { measures: await measuresOf(ctx, row), plans: await plansOf(ctx, id), acceptances: await acceptancesOf(ctx, id) }
}
