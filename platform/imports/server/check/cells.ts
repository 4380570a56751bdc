import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ImportSource } from '../source/source.ts'
import { chunkSize } from './chunks.ts'

/**
 * Puts the cells of the file beside rows that became problems only after they had been kept, by reading the file once
 * more; nothing is read when there are none.
 */
export const fillCells = async (ctx: Ctx, session: string, open: () => Promise<ImportSource>): Promise<void> => {
  const { rows } = await sql<{ line: number }>`select line from import_row
    where org_id = ${ctx.org.id} and session = ${session} and action = 'error' and cells is null order by line`.execute(ctx.tx)
  const wanted = new Set(rows.map(({ line }) => line))
  if (wanted.size === 0) return
  const source = await open()
  let found: { line: number; cells: readonly string[] }[] = []
  const write = async () => {
    await sql`update import_row t set cells = r.cells from json_to_recordset(${JSON.stringify(found)}::json) as r(line int, cells json)
      where t.org_id = ${ctx.org.id} and t.session = ${session} and t.action = 'error' and t.line = r.line`.execute(ctx.tx)
    found = []
  }
  try {
    for await (const { line, cells } of source.rows) {
      if (!wanted.delete(line)) continue
      found.push({ line, cells })
      if (found.length >= chunkSize) await write()
      if (wanted.size === 0) break
    }
    if (found.length > 0) await write()
  } finally {
    await source.close()
  }
}
