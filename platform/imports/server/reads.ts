import type { Ctx, Values } from '@heng/server-kit'
import { sql } from 'kysely'

export { importTable, type ImportOutcome, type ImportRequest } from './run.ts'
export { importReader, type ImportReader, type ImportSource, type ReadHow, type SourceProblem, type SourceRow } from './source/source.ts'
export { printedRegister, type PrintedRegister } from './export/printed.ts'
export { nounWords, type NounWords } from './target/words.ts'
export { openTable } from './source/table.ts'
export { refuse, value, type Outcome, type Parser } from './parse/outcome.ts'
export type { Further, FurtherColumn, FurtherRow, Said, StandingValue, UniqueValue } from './target/further.ts'
export { importSupport, type ChangedRecord, type CustomKey, type ImportSupport, type NewRecord } from './target/support.ts'

/** What an import wrote into a record. */
export interface ImportedRow {
  readonly recordId: string
  readonly line: number
  readonly action: 'create' | 'update'
  /** Written values by field. */
  readonly values: Values
  /** What the reader knew besides the fields. */
  readonly extra: Readonly<Record<string, unknown>>
}

/**
 * What an import wrote into these records; for subscribers of `import.applied` `{ sessionId, noun, ids }`, which comes
 * once for each thousand rows. One statement.
 */
export const importedRows = async (ctx: Ctx, sessionId: string, ids: readonly string[]): Promise<ImportedRow[]> => {
  const { rows } = await sql<ImportedRow>`select record as "recordId", line, action, "values", coalesce(extra, '{}'::json) as extra from import_row
    where org_id = ${ctx.org.id} and session = ${sessionId} and record = any(${ids}::uuid[]) and action in ('create', 'update') order by line`.execute(ctx.tx)
  return rows
}

/** File and reference of imports, to name where a value came from. */
export const importsByIds = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, { reference: string; fileName: string }>> => {
  const { rows } = await sql<{ id: string; reference: string; fileName: string }>`select id, reference, file_name as "fileName" from import_session
    where org_id = ${ctx.org.id} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}
