import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** How many notices the caller has not read. */
export const unreadOf = async (ctx: Ctx): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from notice
    where org_id = ${ctx.org.id} and person = ${ctx.caller.personId}::uuid and in_app and read_at is null`.execute(ctx.tx)
  return rows[0]!.n
}
