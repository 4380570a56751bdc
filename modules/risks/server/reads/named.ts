import { wordingSql, type Ctx } from '@heng/server-kit'
import type { Wording } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'

export interface NamedRisk {
  readonly id: string
  readonly reference: string
  readonly title: Wording
}

/** What a statement answers that names each risk once, however often it is told. */
export interface Told {
  /** Ids of risks by key, in their order. */
  readonly asked: Readonly<Record<string, readonly string[]>> | null
  readonly named: readonly NamedRisk[] | null
}

/** The columns of `Told`, out of a common table `wanted` of (key, id, place). */
export const toldFrom = (ctx: Ctx): RawBuilder<Told> => sql`
  (select json_object_agg(x.key, x.ids) from (select key, json_agg(id order by place) as ids from wanted group by 1) x) as asked,
  (select json_agg(json_build_object('id', r.id, 'reference', r.reference, 'title', ${wordingSql('r', 'title')}))
    from risk r where r.org_id = ${ctx.org.id} and r.id = any(array(select distinct id from wanted))) as named`

/** Risks by key, each with its name. */
export const risksTold = ({ asked, named }: Told): Map<string, readonly NamedRisk[]> => {
  const risks = new Map((named ?? []).map((risk) => [risk.id, risk]))
  return new Map(Object.entries(asked ?? {}).map(([key, ids]) => [key, ids.map((id) => risks.get(id)!)]))
}
