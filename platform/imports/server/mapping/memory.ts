import { createHash } from 'node:crypto'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Mapping } from '../../contract/index.ts'
import { bare } from '../parse/fold.ts'

/** The same header in the same order, whatever its spacing and case. */
export const signatureOf = (header: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(header.map(bare))).digest('hex').slice(0, 32)

/** How this organisation mapped this header the last time. */
export const remembered = async (ctx: Ctx, noun: string, header: readonly string[]): Promise<Mapping | undefined> => {
  const { rows } = await sql<{ mapping: Mapping }>`select mapping from import_mapping
    where org_id = ${ctx.org.id} and noun = ${noun} and signature = ${signatureOf(header)}`.execute(ctx.tx)
  return rows[0]?.mapping
}

export const remember = async (ctx: Ctx, noun: string, header: readonly string[], mapping: Mapping): Promise<void> => {
  await sql`insert into import_mapping (org_id, noun, signature, header, mapping, updated_at)
    values (${ctx.org.id}, ${noun}, ${signatureOf(header)}, ${JSON.stringify(header)}::jsonb, ${JSON.stringify(mapping)}::jsonb, ${ctx.now})
    on conflict (org_id, noun, signature) do update set header = excluded.header, mapping = excluded.mapping, updated_at = excluded.updated_at`.execute(ctx.tx)
}
