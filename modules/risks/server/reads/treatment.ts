import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { mostNeeding } from './controls.ts'
import { risksTold, toldFrom, type NamedRisk, type Told } from './named.ts'

export interface NamedRisks {
  /** How many there are in all. */
  readonly count: number
  /** The hundred highest of them by current level. */
  readonly risks: readonly NamedRisk[]
}

/** What the treatment of open risks asks of controls (ISO/IEC 27001, 6.1.3 b). */
export interface TreatmentNeeds {
  /** Risks that a control bears on, as an existing one or as one that a measure builds: the twenty highest, the newer of equal ones first; controls without any are left out. */
  readonly ofControls: ReadonlyMap<string, readonly NamedRisk[]>
  /** Risks to be reduced for which there is no measure. */
  readonly withoutMeasure: NamedRisks
  /** Risks to be reduced whose measures name no control. */
  readonly withoutControl: NamedRisks
}

/** So many of the highest open risks are looked at first; only controls of which they do not name enough are looked up among all. */
const looked = 2_000

type Lacking = Exclude<keyof TreatmentNeeds, 'ofControls'>

/**
 * Risks by the controls that their treatment rests on, and those that ask for no control though they are to be reduced. Measures that were
 * cancelled or archived do not count; nor, where a control is missed, controls that were archived or retired. One statement; O(highest risks + pairs of the
 * controls that these name too seldom).
 */
export const treatmentNeeds = async (ctx: Ctx, controlIds: readonly string[]): Promise<TreatmentNeeds> => {
  const org = ctx.org.id
  const { rows } = await sql<Told & { counts: Readonly<Partial<Record<Lacking, number>>> | null }>`
    with measured as materialized (
      select l.risk, m.control from measure_risk l join treatment_measure m on m.org_id = l.org_id and m.id = l.measure
      where l.org_id = ${org} and m.archived_at is null and m.state <> 'cancelled'
    ), assessed as materialized (
      select t.id, t.current_level as level from risk t where t.org_id = ${org} and t.archived_at is null and t.status = 'open' and t.current_level is not null
      order by t.current_level desc, t.id desc limit ${looked}
    ), high as materialized (
      select id, level from assessed
      union all (select t.id, null from risk t where t.org_id = ${org} and t.archived_at is null and t.status = 'open' and t.current_level is null
        and (select count(*) from assessed) < ${looked} order by t.id desc limit ${looked})
    ), near as materialized (
      select * from (select x.control, x.id, row_number() over (partition by x.control order by x.level desc nulls last, x.id desc) as place from (
        select l.control, h.id, h.level from high h cross join lateral (select c.control from risk_control c where c.org_id = ${org} and c.risk = h.id offset 0) l where l.control = any(${controlIds}::uuid[])
        union select m.control, h.id, h.level from high h join measured m on m.risk = h.id where m.control = any(${controlIds}::uuid[])
      ) x) n where place <= ${mostNeeding}
    ), further as materialized (
      select c.id as control from unnest(${controlIds}::uuid[]) c(id) left join near n on n.control = c.id and n.place = ${mostNeeding}
      where n.id is null and (select count(*) from high) >= ${looked}
    ), pairs as (
      select l.control, l.risk from risk_control l where l.org_id = ${org} and l.control in (select control from further)
      union select control, risk from measured where control in (select control from further)
    ), borne as (
      select n.control::text as key, n.id, n.place from near n where n.control not in (select control from further)
      union all select p.control::text, r.id, row_number() over (partition by p.control order by r.current_level desc nulls last, r.id desc)
      from pairs p join risk r on r.org_id = ${org} and r.id = p.risk and r.archived_at is null and r.status = 'open'
    ), treated as (
      select m.risk, bool_or(c.id is not null) as controlled from measured m
      left join control c on c.org_id = ${org} and c.id = m.control and c.archived_at is null and c.state <> 'retired' group by 1
    ), lacking as materialized (
      select t.id, t.current_level as level, case when d.risk is null then 'withoutMeasure' else 'withoutControl' end as key
      from risk t left join treated d on d.risk = t.id
      where t.org_id = ${org} and t.archived_at is null and t.status = 'open' and t.option = 'reduce' and d.controlled is not true
    ), counted as materialized (
      select key, count(*)::int as count from lacking group by 1
    ), wanted as materialized (
      select key, id, place from borne where place <= ${mostNeeding}
      union all select c.key, h.id, h.place from counted c cross join lateral (
        select k.id, row_number() over (order by k.level desc nulls last, k.id) as place from lacking k where k.key = c.key order by 2 limit 100
      ) h
    ) select (select json_object_agg(key, count) from counted) as counts, ${toldFrom(ctx)}`.execute(ctx.tx)
  const { counts, ...told } = rows[0]!
  const risks = risksTold(told)
  const lacking = (key: Lacking): NamedRisks => ({ count: counts?.[key] ?? 0, risks: risks.get(key) ?? [] })
  return { ofControls: risks, withoutMeasure: lacking('withoutMeasure'), withoutControl: lacking('withoutControl') }
}
