import type { Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { Basis } from '../../method/figures.ts'
import { criteriaInForce, type InForce } from '../method/inForce.ts'
import { cellsOf, type Counted } from './cells.ts'
import { columnsOf, levelKey, visibleWithin, type Within } from './reach.ts'

interface Input extends Within {
  readonly basis: Basis
}

/**
 * Whether a figure was computed by other criteria than those in force. The past keeps of each version its last stamp: one of criteria that
 * were not in force yet says that the figure came out the same by them later, and so was up to date before.
 */
const outdated = (ctx: Ctx, criteria: InForce | null): RawBuilder<unknown> => {
  const hash = sql`${criteria?.hash ?? null}::text`
  return ctx.asOf === null
    ? sql`(t.definition_hash is distinct from ${hash} and t.definition_hash is not null)`
    : sql`coalesce(t.criteria = any((select array(select c.id from risk_criteria c where c.org_id = ${ctx.org.id} and c.state not in ('draft', 'inReview') and c.definition_hash is distinct from ${hash}))::uuid[]), false)`
}

/** One grouped statement over the register, in the axes of the method in force. */
export const heatmap = async (ctx: Ctx, { basis, unit, asset, threat }: Input) => {
  const criteria = await criteriaInForce(ctx)
  const { level, likelihood, impact } = columnsOf(basis)
  const narrowed = visibleWithin(ctx, { unit, asset, threat })
  const { rows } = await sql<Counted>`
    select ${likelihood} as likelihood, ${impact} as impact, ${level} as level, ${outdated(ctx, criteria)} as outdated, count(*)::int as count
    from risk t where ${narrowed} group by 1, 2, 3, 4`.execute(ctx.tx)
  const total = rows.reduce((sum, r) => sum + r.count, 0)
  const fitting = rows.filter((r) => !r.outdated)
  const byLevel: Record<string, number> = {}
  for (const r of fitting) byLevel[levelKey(r.level)] = (byLevel[levelKey(r.level)] ?? 0) + r.count
  const axes = criteria?.method.axes
  return {
    basis, criteria: criteria?.id ?? null, provisional: criteria?.provisional ?? true, named: axes?.named ?? false,
    likelihood: axes === undefined ? null : { ...axes.likelihood, steps: [...axes.likelihood.steps] },
    impact: axes === undefined ? null : { ...axes.impact, steps: [...axes.impact.steps] },
    levels: criteria?.method.definition.levels.map(({ value, title }) => ({ value, title })) ?? [],
    cells: criteria === null ? [] : cellsOf(criteria.method, fitting),
    byLevel, notAssessed: byLevel['-'] ?? 0, total,
    outdated: total - fitting.reduce((sum, r) => sum + r.count, 0),
  }
}
