import { reach, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'

/** Rows of `t` that count for the caller: of the organisation, or of the caller's units. What belongs to no unit counts for the organisation alone. */
export const ofReach = (ctx: Ctx): RawBuilder<unknown> => {
  const r = reach(ctx, 'vulnerabilityFigures:read')
  return r.kind === 'all' ? sql`t.org_id = ${ctx.org.id}` : sql`t.org_id = ${ctx.org.id} and t.unit = any(${r.kind === 'some' ? r.unitIds : []}::uuid[])`
}

/** Whether the caller sees the whole organisation. */
export const seesAll = (ctx: Ctx): boolean => reach(ctx, 'vulnerabilityFigures:read').kind === 'all'
