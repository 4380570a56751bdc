import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { annexAOf } from '../knowledge/content.ts'

export interface RiskBrief {
  readonly id: string
  readonly reference: string
  readonly title: string
  /** Current level, null while not assessed. */
  readonly level: number | null
}

export interface RisksOfLine {
  /** How many open risks there are in all. */
  readonly count: number
  /** The highest of them, at most as many as asked for. */
  readonly risks: readonly RiskBrief[]
}

/**
 * Risks that each of these controls bears on: as an existing control, or as one that a measure builds. Controls without any
 * are left out. One statement; no more than 200 risks a control, the highest first.
 */
export const risksOfControls = async (ctx: Ctx, controlIds: readonly string[]): Promise<ReadonlyMap<string, readonly RiskBrief[]>> => {
  const { rows } = await sql<RiskBrief & { control: string }>`
    with pairs as (
      select l.control, l.risk from risk_control l where l.org_id = ${ctx.org.id} and l.control = any(${controlIds}::uuid[])
      union
      select m.control, l.risk from treatment_measure m join measure_risk l on l.org_id = m.org_id and l.measure = m.id
      where m.org_id = ${ctx.org.id} and m.control = any(${controlIds}::uuid[]) and m.archived_at is null and m.state <> 'cancelled'
    ), ranked as (
      select p.control, r.id, r.reference, r.title, r.current_level as level,
        row_number() over (partition by p.control order by r.current_level desc nulls last, r.id) as place
      from pairs p join risk r on r.org_id = ${ctx.org.id} and r.id = p.risk and r.archived_at is null and r.status = 'open'
    ) select control, id, reference, title, level from ranked where place <= 200 order by control, place`.execute(ctx.tx)
  const found = new Map<string, RiskBrief[]>()
  for (const { control, ...risk } of rows) found.set(control, [...(found.get(control) ?? []), risk])
  return found
}

interface OfVulnerability {
  readonly vulnerability: string
  readonly count: number
  readonly risks: readonly RiskBrief[]
}

const byLevel = (a: RiskBrief, b: RiskBrief): number => (b.level ?? 0) - (a.level ?? 0) || (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0)

/**
 * Annex A controls (`A.8.8`) that open risks call for: those that reduce the vulnerability of a risk. For prefilling a
 * statement of applicability. One statement whatever the size of the register; `most` risks a control, the highest first.
 */
export const annexAControlsNeeded = async (ctx: Ctx, most = 20): Promise<ReadonlyMap<string, RisksOfLine>> => {
  const { rows } = await sql<OfVulnerability>`
    with counted as (
      select t.vulnerability, count(*)::int as count from risk t
      where t.org_id = ${ctx.org.id} and t.archived_at is null and t.status = 'open' and t.vulnerability is not null group by 1
    )
    select c.vulnerability, c.count, jsonb_agg(jsonb_build_object('id', h.id, 'reference', h.reference, 'title', h.title, 'level', h.level)) as risks
    from counted c cross join lateral (
      select t.id, t.reference, t.title, t.current_level as level from risk t
      where t.org_id = ${ctx.org.id} and t.archived_at is null and t.status = 'open' and t.vulnerability = c.vulnerability
      order by t.current_level desc nulls last, t.id limit ${most}
    ) h group by c.vulnerability, c.count`.execute(ctx.tx)
  const needed = new Map<string, { count: number; risks: RiskBrief[] }>()
  for (const { vulnerability, count, risks } of rows) {
    for (const line of annexAOf(vulnerability)) {
      const so = needed.get(line) ?? { count: 0, risks: [] }
      needed.set(line, { count: so.count + count, risks: [...so.risks, ...risks] })
    }
  }
  return new Map([...needed].map(([line, { count, risks }]) => [line, { count, risks: risks.toSorted(byLevel).slice(0, most) }]))
}
