import { wordingSql, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Effects } from '../../contract/measure.ts'
import type { PlanContent } from '../../contract/plan.ts'

type PlannedRisk = PlanContent['plannedRisks']['rows'][number]
type PlannedMeasure = PlanContent['plannedMeasures']['rows'][number]
interface MeasureRow extends Omit<PlannedMeasure, 'effects' | 'cost'> {
  readonly effects: Effects | null
  readonly minor: number | null
  readonly currency: string | null
  readonly state: string
  readonly progress: number | null
}

export interface Assembled {
  readonly content: PlanContent
  readonly progress: readonly { readonly measure: string; readonly state: string; readonly progress: number | null }[]
}

const plannedRisks = async (ctx: Ctx, ids: readonly string[]) => {
  const { rows } = await sql<PlannedRisk & { method: string | null; definitionHash: string | null }>`
    select id, reference, ${wordingSql('risk', 'title')} as title, owner, option, inherent_level as "inherentLevel", current_level as "currentLevel", residual_level as "residualLevel",
      method, definition_hash as "definitionHash"
    from risk where org_id = ${ctx.org.id} and id = any(${ids}::uuid[]) and archived_at is null order by reference`.execute(ctx.tx)
  return rows
}

const plannedMeasures = async (ctx: Ctx, ids: readonly string[]): Promise<MeasureRow[]> => {
  const { rows } = await sql<MeasureRow>`
    select m.id, m.reference, m.title, m.owner, m.due, m.control, m.effects, m.cost_minor as minor, m.cost_currency as currency, m.state, m.progress
    from treatment_measure m where m.org_id = ${ctx.org.id} and m.archived_at is null and m.state <> 'cancelled'
      and m.id in (select l.measure from measure_risk l where l.org_id = ${ctx.org.id} and l.risk = any(${ids}::uuid[]))
    order by m.reference`.execute(ctx.tx)
  return rows
}

const totals = (measures: readonly MeasureRow[]): PlanContent['costs'] => {
  const sums = new Map<string, number>()
  for (const { minor, currency } of measures) if (minor !== null && currency !== null) sums.set(currency, (sums.get(currency) ?? 0) + minor)
  const rows = [...sums].map(([currency, minor]) => ({ cost: { minor, currency } })).toSorted((a, b) => a.cost.currency.localeCompare(b.cost.currency))
  return { noun: 'treatmentMeasure', rows }
}

/**
 * The plan as it stands: its risks, and every measure that bears on one of them with what it does to these risks. How far
 * the work has got is told apart, since nobody approves that.
 */
export const assemble = async (ctx: Ctx, plan: StoredRow): Promise<Assembled> => {
  const ids = plan.risks as string[]
  const risks = await plannedRisks(ctx, ids)
  const measures = await plannedMeasures(ctx, ids)
  const inPlan = new Set(ids)
  return {
    content: {
      name: plan.name as string, owner: plan.owner as string | null, summary: plan.summary as string | null,
      method: risks.find((r) => r.method !== null)?.method ?? null, definitionHash: risks.find((r) => r.definitionHash !== null)?.definitionHash ?? null,
      plannedRisks: { noun: 'risk', rows: risks.map(({ method: _m, definitionHash: _h, ...risk }) => risk) },
      plannedMeasures: {
        noun: 'treatmentMeasure',
        rows: measures.map(({ id, reference, title, owner, due, control, effects, minor, currency }) => ({
          id, reference, title, owner, due, control, cost: minor === null || currency === null ? null : { minor, currency },
          effects: (effects ?? []).filter((e) => inPlan.has(e.risk)),
        })),
      },
      costs: totals(measures), withoutCost: measures.filter((m) => m.minor === null).length,
    },
    progress: measures.map(({ id, state, progress }) => ({ measure: id, state, progress })),
  }
}
