import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** Owners and units of controls that are tested. One statement. */
export const controlsForTests = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, { owner: string | null; unit: string | null }>> => {
  const { rows } = await sql<{ id: string; owner: string | null; unit: string | null }>`
    select id, owner, unit from control where org_id = ${ctx.org.id} and id = any(${[...new Set(ids)]}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.id, row]))
}
