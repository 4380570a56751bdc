import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

/** Ids of records by noun; nouns without any are left out. */
export type Touched = ReadonlyMap<string, readonly string[]>

/**
 * Records of every register that this transaction has written so far, as consequences or by itself: rows whose version in the database
 * (`xmin`) began with this transaction or a savepoint of it. Only tables that the transaction wrote are looked through, each once. Of a
 * transaction that sees one instant no later row than its own is visible, so "not older than mine" says "mine"; a row that has not been
 * written for two thousand million transactions may come along, and comparing shows that nothing about it moved. Two statements.
 */
export const touchedRecords = async (ctx: Ctx): Promise<Touched> => {
  const { rows: seen } = await sql<{ xid: string; tables: string[] }>`select (pg_current_xact_id()::text::numeric % 4294967296)::text as xid,
    array(select relname::text from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd > 0) as tables`.execute(ctx.tx)
  const { xid, tables } = seen[0]!
  const written = [...ctx.kit.registers.values()].filter((reg) => tables.includes(reg.table))
  if (written.length === 0) return new Map()
  const parts = written.map((reg) => sql`select ${reg.noun.name} as noun, array_agg(t.id order by t.id) as ids from ${sql.table(reg.table)} t
    where t.org_id = ${ctx.org.id} and (t.xmin::text::bigint - ${xid}::bigint + 4294967296) % 4294967296 < 2147483648`)
  const { rows } = await sql<{ noun: string; ids: string[] | null }>`${sql.join(parts, sql` union all `)}`.execute(ctx.tx)
  return new Map(rows.flatMap(({ noun, ids }) => (ids === null ? [] : [[noun, ids] as const])))
}
