import type { Ctx, Values } from '@heng/server-kit'
import { snake } from '@heng/server-kit'
import { sql } from 'kysely'
import type { AnyRegister } from '@heng/server-kit'
import { chunkSize } from '../check/chunks.ts'

export interface PlannedRow {
  readonly line: number
  readonly action: 'create' | 'update'
  readonly record: string
  readonly version: number | null
  readonly values: Values
  readonly extra: Readonly<Record<string, unknown>> | null
}

/** The next rows to write after a line, in the order of the file. */
export const nextRows = async (ctx: Ctx, session: string, after: number): Promise<PlannedRow[]> => {
  const { rows } = await sql<PlannedRow>`select line, action, record, version, "values", extra from import_row
    where org_id = ${ctx.org.id} and session = ${session} and line > ${after} and action in ('create', 'update')
    order by line limit ${chunkSize}`.execute(ctx.tx)
  return rows
}

/**
 * Lines whose record is no longer as the dry run saw it: changed, archived or gone; the first of them, and how many.
 * One statement for the whole session.
 */
export const staleLines = async (ctx: Ctx, reg: AnyRegister, session: string): Promise<{ count: number; first: number | null }> => {
  const { rows } = await sql<{ count: number; first: number | null }>`
    select count(*)::int as count, min(r.line) as first from import_row r
    left join ${sql.table(reg.table)} t on t.org_id = ${ctx.org.id} and t.id = r.record
    where r.org_id = ${ctx.org.id} and r.session = ${session} and r.action = 'update'
      and (t.id is null or t.version <> r.version or t.archived_at is not null)`.execute(ctx.tx)
  return rows[0]!
}

/** One import at a time into a register of an organisation: two files with the same new records shall not both create them. */
export const lockRegister = async (ctx: Ctx, noun: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${ctx.org.id} ${snake(noun)}`}, 0))`.execute(ctx.tx)
}

/** Marks rows that the rules refused at the last moment, so that the report says why. */
export const refuseRows = async (ctx: Ctx, session: string, refused: readonly { line: number; problems: unknown }[]): Promise<void> => {
  await sql`update import_row t set action = 'error', problems = r.problems
    from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as r(line int, problems jsonb)
    where t.org_id = ${ctx.org.id} and t.session = ${session} and t.line = r.line`.execute(ctx.tx)
}
