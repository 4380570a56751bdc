import type { Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'

/** Open risks of the units of a round and those below them, as a condition on `t`; without units the whole organisation. */
export const inScope = (ctx: Ctx, units: readonly string[]): RawBuilder<unknown> => {
  const open = sql`t.org_id = ${ctx.org.id} and t.archived_at is null and t.status = 'open'`
  return units.length === 0 ? open : sql`${open} and ${ofUnits(ctx, units)}`
}

export const ofUnits = (ctx: Ctx, units: readonly string[]): RawBuilder<unknown> => sql`t.unit in (
  with recursive below as (
    select id from unit where org_id = ${ctx.org.id} and id = any(${units}::uuid[])
    union select u.id from unit u join below b on u.parent = b.id where u.org_id = ${ctx.org.id}
  ) select id from below)`
