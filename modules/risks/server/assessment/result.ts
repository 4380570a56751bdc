import { notFound } from '@heng/contract'
import { authorise, resourceOf, textSql, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { resultChanges } from '../../contract/assessment.ts'
import { criteriaInForce } from '../method/inForce.ts'
import { levelKey } from '../views/reach.ts'
import { assessment } from './register.ts'
import { inScope, ofUnits } from './scope.ts'

const pageSize = 200

interface Item {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly status: string
  readonly option: string | null
  readonly inherentLevel: number | null
  readonly currentLevel: number | null
  readonly residualLevel: number | null
  readonly previousLevel: number | null
  readonly change: (typeof resultChanges)[number]
}

/** In the order in which they are told. */
const order = sql.raw(resultChanges.map((change, i) => `when '${change}' then ${i}`).join(' '))

/** What a concluded round kept, or the register of today for one that is not concluded. */
const rowsOf = (ctx: Ctx, row: StoredRow): RawBuilder<unknown> => {
  const columns = sql`t.reference, ${textSql(ctx.locale, 't', 'title')} as title, t.status, t.option, t.inherent_level, t.current_level, t.residual_level`
  return row.state === 'concluded'
    ? sql`select t.risk as id, ${columns} from risk_snapshot t where t.org_id = ${ctx.org.id} and t.assessment = ${row.id}`
    : sql`select t.id, ${columns} from risk t where ${inScope(ctx, row.units as string[])}`
}

const previousOf = async (ctx: Ctx, row: StoredRow) => {
  const { rows } = await sql<{ id: string; reference: string; name: string }>`select id, reference, name from risk_assessment
    where org_id = ${ctx.org.id} and state = 'concluded' and id <> ${row.id} and concluded_at < ${(row.concludedAt as string | null) ?? ctx.now.toISOString()}
    order by concluded_at desc limit 1`.execute(ctx.tx)
  return rows[0] ?? null
}

interface Totals {
  readonly total: number
  readonly assessed: number
  readonly added: number
  readonly raised: number
  readonly lowered: number
  readonly rated: number
  readonly closed: number
}

const byLevel = async (ctx: Ctx, source: RawBuilder<unknown>): Promise<Record<string, number>> => {
  const { rows } = await sql<{ level: number | null; n: number }>`select current_level as level, count(*)::int as n from (${source}) x group by 1`.execute(ctx.tx)
  return Object.fromEntries(rows.map((r) => [levelKey(r.level), r.n]))
}

/** A round against the one before: how much is assessed, what is new, what rose and fell, what was assessed for the first time, what is gone; what changed comes first, then the new and the gone ones. */
export const result = async (ctx: Ctx, { id, cursor }: { id: string; cursor?: string }) => {
  const [row] = await rowsByIds(ctx, assessment, [id])
  if (row === undefined) throw notFound('riskAssessment')
  authorise(ctx, 'riskAssessment:read', resourceOf(assessment, row))
  const previous = await previousOf(ctx, row)
  const now = rowsOf(ctx, row)
  const before = sql`select risk as id, current_level from risk_snapshot where org_id = ${ctx.org.id} and assessment = ${previous?.id ?? null}::uuid`
  const { rows: totals } = await sql<Totals>`with now as (${now}), before as (${before})
    select count(n.id)::int as total, count(n.current_level)::int as assessed, count(*) filter (where n.id is not null and b.id is null)::int as added,
      count(*) filter (where n.current_level > b.current_level)::int as raised, count(*) filter (where n.current_level < b.current_level)::int as lowered,
      count(*) filter (where b.id is not null and n.current_level is not null and b.current_level is null)::int as rated,
      count(*) filter (where n.id is null)::int as closed
    from now n full join before b on b.id = n.id`.execute(ctx.tx)
  const offset = Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0)
  // A risk that is gone is told as the round before kept it, with what has become of it.
  const { rows: items } = await sql<Item>`with now as (${now}), before as (
      select b.risk as id, b.reference, ${textSql(ctx.locale, 'b', 'title')} as title, b.current_level from risk_snapshot b where b.org_id = ${ctx.org.id} and b.assessment = ${previous?.id ?? null}::uuid
    ), told as (
      select coalesce(n.id, b.id) as id, coalesce(n.reference, b.reference) as reference, coalesce(n.title, b.title) as title, coalesce(n.status, r.status) as status, n.option,
        n.inherent_level as "inherentLevel", n.current_level as "currentLevel", n.residual_level as "residualLevel", b.current_level as "previousLevel",
        case when n.id is null then 'gone' when ${previous === null}::boolean then 'same' when b.id is null then 'new' when n.current_level is distinct from b.current_level then 'changed' else 'same' end as change
      from now n full join before b on b.id = n.id left join risk r on n.id is null and r.org_id = ${ctx.org.id} and r.id = b.id
    ) select * from told order by case change ${order} end, coalesce("currentLevel", "previousLevel") desc nulls last, reference limit ${pageSize + 1} offset ${offset}`.execute(ctx.tx)
  const t = totals[0]!
  const units = row.units as string[]
  const { rows: open } = await sql<{ n: number }>`select count(*)::int as n from risk_scenario t
    where t.org_id = ${ctx.org.id} and t.archived_at is null and t.status = 'proposed' ${units.length === 0 ? sql`` : sql`and ${ofUnits(ctx, units)}`}`.execute(ctx.tx)
  const criteria = await criteriaInForce(ctx)
  return {
    levels: criteria?.method.definition.levels.map(({ value, title }) => ({ value, title })) ?? [],
    previous, total: t.total, assessed: t.assessed, proposed: open[0]!.n,
    byLevel: await byLevel(ctx, now), previousByLevel: previous === null ? {} : await byLevel(ctx, before),
    changes: previous === null ? { added: 0, raised: 0, lowered: 0, rated: 0, closed: 0 } : { added: t.added, raised: t.raised, lowered: t.lowered, rated: t.rated, closed: t.closed },
    items: items.slice(0, pageSize), next: items.length > pageSize ? String(offset + pageSize) : null,
  }
}
