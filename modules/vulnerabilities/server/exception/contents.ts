import { notFound } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { priorities, severities, vulnerabilityStates } from '../../contract/vulnerability.ts'
import { dayIn } from '../dates.ts'
import { vulnerabilityException } from './register.ts'
import { borneUntil } from './rules.ts'

interface Item {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly severity: (typeof severities)[number] | null
  readonly priority: (typeof priorities)[number] | null
  readonly exploited: boolean | null
  readonly state: (typeof vulnerabilityStates)[number]
  readonly asset: { readonly id: string; readonly name: string } | null
  readonly total: number
  readonly grave: boolean
}

/** What an acceptance is about, the most urgent first, for everybody who may read it. Two statements. */
export const contents = async (ctx: Ctx, { id, limit }: { id: string; limit: number }) => {
  const [row] = await rowsByIds(ctx, vulnerabilityException, [id])
  if (row === undefined) throw notFound('vulnerabilityException')
  authorise(ctx, 'vulnerabilityException:read', resourceOf(vulnerabilityException, row))
  const { rows } = await sql<Item>`
    select v.id, v.reference, v.title, v.severity, v.priority, v.exploited, v.state, case when a.id is null then null else jsonb_build_object('id', a.id, 'name', a.name) end as asset,
      count(*) over ()::int as total, coalesce(bool_or(v.severity = 'critical' or v.exploited) over (), false) as grave
    from vulnerability_exception_vulnerability l join vulnerability v on v.org_id = l.org_id and v.id = l.vulnerability left join asset a on a.org_id = v.org_id and a.id = v.asset
    where l.org_id = ${ctx.org.id} and l.exception = ${id}
    order by array_position(array['immediate', 'urgent', 'scheduled', 'routine', 'none'], v.priority), array_position(array['critical', 'high', 'medium', 'low', 'none'], v.severity), v.id limit ${limit}`.execute(ctx.tx)
  const grave = rows[0]?.grave ?? false
  return {
    items: rows.map(({ total: _total, grave: _grave, ...item }) => item), total: rows[0]?.total ?? 0, grave,
    ...borneUntil(dayIn(ctx.org.timezone, ctx.now), [{ severity: null, exploited: grave }]),
  }
}
