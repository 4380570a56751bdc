import { wordingSql, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { namedFrom, type NamedRisk, type NamedRisks, type Told } from './named.ts'

/** What the treatment of open risks asks of controls (ISO/IEC 27001, 6.1.3 b). */
export interface TreatmentNeeds {
  /** Risks that a control bears on, as an existing one or as one that a measure builds: the twenty highest; controls without any are left out. */
  readonly ofControls: ReadonlyMap<string, NamedRisks>
  /** Risks to be reduced for which there is no measure: the hundred highest. */
  readonly withoutMeasure: NamedRisks
  /** Risks to be reduced whose measures name no control: the hundred highest. */
  readonly withoutControl: NamedRisks
}

const none: NamedRisks = { count: 0, risks: [] }

/**
 * Risks by the controls that their treatment rests on, and those that ask for no control though they are to be reduced. Measures that were
 * cancelled or archived do not count; nor, where a control is missed, controls that were archived or retired. One statement.
 */
export const treatmentNeeds = async (ctx: Ctx, controlIds: readonly string[]): Promise<TreatmentNeeds> => {
  const org = ctx.org.id
  const { rows } = await sql<{ asked: readonly Told[] | null; named: readonly NamedRisk[] | null }>`
    with measured as materialized (
      select l.risk, m.control from measure_risk l join treatment_measure m on m.org_id = l.org_id and m.id = l.measure
      where l.org_id = ${org} and m.archived_at is null and m.state <> 'cancelled'
    ), pairs as (
      select l.control, l.risk from risk_control l where l.org_id = ${org} and l.control = any(${controlIds}::uuid[])
      union select control, risk from measured where control = any(${controlIds}::uuid[])
    ), borne as (
      select p.control::text as key, r.id, row_number() over (partition by p.control order by r.current_level desc nulls last, r.id) as place,
        count(*) over (partition by p.control) as count
      from pairs p join risk r on r.org_id = ${org} and r.id = p.risk and r.archived_at is null and r.status = 'open'
    ), treated as (
      select m.risk, bool_or(c.id is not null) as controlled from measured m
      left join control c on c.org_id = ${org} and c.id = m.control and c.archived_at is null and c.state <> 'retired' group by 1
    ), lacking as materialized (
      select t.id, t.current_level as level, case when d.risk is null then 'withoutMeasure' else 'withoutControl' end as key
      from risk t left join treated d on d.risk = t.id
      where t.org_id = ${org} and t.archived_at is null and t.status = 'open' and t.option = 'reduce' and d.controlled is not true
    ), wanted as materialized (
      select key, id, place, count from borne where place <= 20
      union all select c.key, h.id, h.place, c.count from (select key, count(*) as count from lacking group by 1) c cross join lateral (
        select k.id, row_number() over (order by k.level desc nulls last, k.id) as place from lacking k where k.key = c.key order by 2 limit 100
      ) h
    )
    select (select json_agg(x) from (select key, max(count) as count, json_agg(id order by place) as ids from wanted group by 1) x) as asked,
      (select json_agg(json_build_object('id', r.id, 'reference', r.reference, 'title', ${wordingSql('r', 'title')}))
        from risk r where r.org_id = ${org} and r.id = any(array(select distinct id from wanted))) as named`.execute(ctx.tx)
  const { withoutMeasure = none, withoutControl = none, ...ofControls } = Object.fromEntries(namedFrom(rows[0]))
  return { ofControls: new Map(Object.entries(ofControls)), withoutMeasure, withoutControl }
}
