import { reachCondition, textSql, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { measure } from '../measure/register.ts'
import { plan } from '../plan/register.ts'
import { visibleRisks } from '../views/reach.ts'

interface Named {
  readonly id: string
  readonly reference: string
  readonly name: string
}

export interface RiskTraced extends Named {
  readonly currentLevel: number | null
  readonly residualLevel: number | null
  readonly option: string | null
  readonly acceptance: string
  readonly acceptedUntil: string | null
  /** Controls that it rests on or that a measure builds. */
  readonly controls: readonly string[]
  readonly plans: readonly Named[]
  readonly measures: readonly Named[]
  readonly acceptances: readonly (Named & { readonly state: string; readonly by: string | null; readonly decidedAt: string | null; readonly validUntil: string | null })[]
}

/** Rows of a query as one JSON array; none are the empty array. */
const listed = (query: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce((select jsonb_agg(x) from (${query}) x), '[]'::jsonb)`

/**
 * Open risks that any of these controls bears on, and those named, with what was decided about them; as far as the caller
 * may see. One statement; at most 100 risks, the highest first.
 */
export const risksTraced = async (ctx: Ctx, { controls, risks }: { controls: readonly string[]; risks: readonly string[] }): Promise<RiskTraced[]> => {
  const org = ctx.org.id
  const seen = (condition: RawBuilder<unknown> | null) => condition ?? sql`true`
  const { rows } = await sql<RiskTraced>`
    select r.id, r.reference, ${textSql(ctx.locale, 'r', 'title')} as name, r.current_level as "currentLevel", r.residual_level as "residualLevel", r.option, coalesce(r.acceptance, 'none') as acceptance,
      r.accepted_until::text as "acceptedUntil",
      array(select c.control from risk_control c where c.org_id = ${org} and c.risk = r.id
        union select m.control from treatment_measure m join measure_risk l on l.org_id = m.org_id and l.measure = m.id
        where m.org_id = ${org} and l.risk = r.id and m.control is not null and m.archived_at is null and m.state <> 'cancelled') as controls,
      ${listed(sql`select t.id, t.reference, t.name from treatment_plan t join plan_risk l on l.org_id = t.org_id and l.plan = t.id
        where t.org_id = ${org} and l.risk = r.id and t.archived_at is null and ${seen(reachCondition(ctx, plan))}`)} as plans,
      ${listed(sql`select t.id, t.reference, t.title as name from treatment_measure t join measure_risk l on l.org_id = t.org_id and l.measure = t.id
        where t.org_id = ${org} and l.risk = r.id and t.archived_at is null and ${seen(reachCondition(ctx, measure))}`)} as measures,
      ${listed(sql`select a.id, a.reference, ${textSql(ctx.locale, 'a', 'title')} as name, a.state, p.name as by, a.valid_until::text as "validUntil",
          to_char(a.decided_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "decidedAt"
        from risk_acceptance a left join person p on p.org_id = a.org_id and p.id = a.decided_by
        where a.org_id = ${org} and a.risk = r.id order by a.created_at desc limit 5`)} as acceptances
    from (select t.* from risk t where ${visibleRisks(ctx)} and (t.id = any(${risks}::uuid[])
      or t.id in (select c.risk from risk_control c where c.org_id = ${org} and c.control = any(${controls}::uuid[])
        union select l.risk from treatment_measure m join measure_risk l on l.org_id = m.org_id and l.measure = m.id
        where m.org_id = ${org} and m.control = any(${controls}::uuid[]) and m.archived_at is null and m.state <> 'cancelled'))) r
    order by r.current_level desc nulls last, r.id limit 100`.execute(ctx.tx)
  return rows
}
