import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { visibleRisks } from '../views/reach.ts'
import { risksTold, toldFrom, type NamedRisk, type Told } from './named.ts'

/** Risks of a group: how many, and the highest of them. */
export interface ContradictedRisks {
  readonly count: number
  readonly risks: readonly NamedRisk[]
}

/** What belongs together: the controls that it rests on, and risks that it names itself. */
interface Group {
  readonly key: string
  readonly controls: readonly string[]
  readonly risks: readonly string[]
}

/**
 * Open risks whose current level the tests of controls contradict, by group: those that rest on one of its controls, and those that it names. As far as the caller
 * may see; the `most` highest by name. One statement.
 */
export const contradictedOf = async (ctx: Ctx, groups: readonly Group[], most: number): Promise<ReadonlyMap<string, ContradictedRisks>> => {
  if (groups.length === 0) return new Map()
  const org = ctx.org.id
  const { rows } = await sql<Told & { counts: Readonly<Record<string, number>> | null }>`
    with asked as materialized (select g.key, g.controls, g.risks from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as g(key text, controls uuid[], risks uuid[])
    ), pairs as (
      select a.key, l.risk from asked a cross join lateral unnest(a.controls) as c(id) join risk_control l on l.org_id = ${org} and l.control = c.id
      union select a.key, l.risk from asked a cross join lateral unnest(a.controls) as c(id)
        join treatment_measure m on m.org_id = ${org} and m.control = c.id and m.archived_at is null and m.state = 'verified' join measure_risk l on l.org_id = ${org} and l.measure = m.id
      union select a.key, r.id from asked a cross join lateral unnest(a.risks) as r(id)
    ), found as materialized (
      select p.key, t.id, row_number() over (partition by p.key order by t.current_level desc nulls last, t.id) as place
      from pairs p join risk t on t.id = p.risk where ${visibleRisks(ctx)} and t.support = 'unsupported'
    ), wanted as materialized (select key, id, place from found where place <= ${most}
    ) select (select json_object_agg(x.key, x.n) from (select key, count(*)::int as n from found group by 1) x) as counts, ${toldFrom(ctx)}`.execute(ctx.tx)
  const { counts, ...told } = rows[0]!
  const risks = risksTold(told)
  return new Map(Object.entries(counts ?? {}).map(([key, count]) => [key, { count, risks: risks.get(key) ?? [] }]))
}
