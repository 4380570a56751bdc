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

const mostMappings = 20

/** What an organisation has said about lists for a register, whatever the header; the latest word counts. */
export interface Learned {
  /** Bare name of a column → the field it was. */
  readonly columns: ReadonlyMap<string, string>
  readonly valueMaps: Mapping['valueMaps']
}

/** Learns from the latest mappings into a register. One statement. */
export const learned = async (ctx: Ctx, noun: string): Promise<Learned> => {
  const { rows } = await sql<{ header: string[]; mapping: Mapping }>`select header, mapping from import_mapping
    where org_id = ${ctx.org.id} and noun = ${noun} order by updated_at desc limit ${mostMappings}`.execute(ctx.tx)
  const columns = new Map<string, string>()
  const valueMaps: Record<string, Record<string, string>> = {}
  for (const { header, mapping } of rows.toReversed()) {
    for (const { column, field } of mapping.columns) columns.set(bare(header[column] ?? ''), field)
    for (const [field, map] of Object.entries(mapping.valueMaps)) valueMaps[field] = { ...valueMaps[field], ...map }
  }
  return { columns, valueMaps }
}
