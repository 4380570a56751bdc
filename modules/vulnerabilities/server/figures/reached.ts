import { reach, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'

const unitsOf = (ctx: Ctx): readonly string[] | null => {
  const r = reach(ctx, 'vulnerabilityFigures:read')
  return r.kind === 'all' ? null : r.kind === 'some' ? r.unitIds : []
}

/** Rows of `t` that count for the caller: of the organisation, or of the caller's units. What belongs to no unit counts for the organisation alone. */
export const ofReach = (ctx: Ctx): RawBuilder<unknown> => {
  const units = unitsOf(ctx)
  return units === null ? sql`t.org_id = ${ctx.org.id}` : sql`t.org_id = ${ctx.org.id} and t.unit = any(${units}::uuid[])`
}

/** Sums in `t` that add up to what counts for the caller: of the organisation as a whole, or of each of the caller's units. */
export const sumsOfReach = (ctx: Ctx): RawBuilder<unknown> => {
  const units = unitsOf(ctx)
  return units === null ? sql`t.org_id = ${ctx.org.id} and t.unit is null` : sql`t.org_id = ${ctx.org.id} and t.unit = any(${units}::uuid[])`
}

/** Whether the caller sees the whole organisation. */
export const seesAll = (ctx: Ctx): boolean => unitsOf(ctx) === null
