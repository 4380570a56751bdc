import { textSql, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Basis } from '../../method/figures.ts'
import { criteriaInForce } from '../method/inForce.ts'
import { columnsOf, visibleRisks } from './reach.ts'

export interface TopRisk {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly level: number
  readonly likelihood: number | null
  readonly impact: number | null
  readonly owner: string | null
  readonly unit: string | null
  readonly option: string | null
  readonly acceptance: string | null
  readonly reviewDue: string | null
}

/** The highest assessed risks that the caller may see: by level, then impact, then likelihood, the older first. */
export const topRisks = async (ctx: Ctx, basis: Basis, limit: number): Promise<TopRisk[]> => {
  const { level, likelihood, impact } = columnsOf(basis)
  // Which they are is told by narrow columns alone; only those are read whole, by their ids as a value, for the past takes no join into its views.
  const { rows } = await sql<TopRisk>`
    with best as materialized (
      select t.id from risk t where ${visibleRisks(ctx)} and ${level} is not null
      order by ${level} desc, ${impact} desc nulls last, ${likelihood} desc nulls last, t.id limit ${limit}
    ), x as materialized (
      select t.id, t.reference, ${textSql(ctx.locale, 't', 'title')} as title, t.owner, t.unit, t.option, t.acceptance, t.review_due, ${level} as level, ${likelihood} as likelihood, ${impact} as impact
      from risk t where t.org_id = ${ctx.org.id} and t.id = any((select array(select id from best))::uuid[])
    )
    select x.id, x.reference, x.title, x.level, x.likelihood, x.impact, p.name as owner, u.name as unit, x.option, x.acceptance, x.review_due as "reviewDue"
    from x left join person p on p.org_id = ${ctx.org.id} and p.id = x.owner left join unit u on u.org_id = ${ctx.org.id} and u.id = x.unit
    order by x.level desc, x.impact desc nulls last, x.likelihood desc nulls last, x.id`.execute(ctx.tx)
  return rows
}

export const top = async (ctx: Ctx, { basis, limit }: { basis: Basis; limit: number }) => {
  const criteria = await criteriaInForce(ctx)
  const items = await topRisks(ctx, basis, limit)
  return { basis, levels: criteria?.method.definition.levels.map(({ value, title }) => ({ value, title })) ?? [], items }
}
