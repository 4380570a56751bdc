import type { MethodDefinition } from '@heng/engine-risk'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** Keeps definitions under their hash, once and for ever, so that figures computed by them can always be told. */
export const keepDefinitions = async (ctx: Ctx, definitions: readonly { hash: string; definition: MethodDefinition }[]): Promise<void> => {
  await sql`insert into risk_method (org_id, hash, definition)
    select ${ctx.org.id}, r.hash, r.definition from jsonb_to_recordset(${JSON.stringify(definitions)}::jsonb) as r(hash text, definition jsonb)
    on conflict do nothing`.execute(ctx.tx)
}

export const keptDefinition = async (ctx: Ctx, hash: string): Promise<MethodDefinition | null> => {
  const { rows } = await sql<{ definition: MethodDefinition }>`select definition from risk_method where org_id = ${ctx.org.id} and hash = ${hash}`.execute(ctx.tx)
  return rows[0]?.definition ?? null
}
