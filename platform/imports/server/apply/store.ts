import { reachCondition, snake, type AnyRegister, type Ctx, type Values } from '@heng/server-kit'
import { sql } from 'kysely'
import { chunkSize } from '../check/chunks.ts'
import type { Plan } from '../check/plan.ts'

export interface Stale {
  readonly count: number
  readonly first: number | null
}

export interface PlannedRow {
  readonly line: number
  readonly rank: number
  readonly action: 'create' | 'update'
  readonly record: string
  readonly version: number | null
  readonly values: Values
  readonly before: Values | null
  readonly extra: Readonly<Record<string, unknown>> | null
}

/** Rows that wait for no other row of the file, or those that do, each after all it waits for. */
export type Turn = 'first' | 'later'

/** The next rows to write of one kind, in the order of the file as far as they do not wait for one another. */
export const nextRows = async (ctx: Ctx, session: string, action: PlannedRow['action'], turn: Turn, after: Pick<PlannedRow, 'rank' | 'line'>): Promise<PlannedRow[]> => {
  const next = turn === 'first' ? sql`rank = 0 and line > ${after.line} order by line` : sql`rank > 0 and (rank, line) > (${after.rank}::int, ${after.line}::int) order by rank, line`
  const { rows } = await sql<PlannedRow>`select line, rank, action, record, version, "values", before, extra from import_row
    where org_id = ${ctx.org.id} and session = ${session} and action = ${action} and ${next} limit ${chunkSize}`.execute(ctx.tx)
  return rows
}

/**
 * Lines that would create a record which came since the dry run, by the fields that recognise it; the first of them,
 * and how many. One statement for the whole session.
 */
export const knownLines = async (ctx: Ctx, plan: Plan, session: string): Promise<Stale> => {
  const { reg, mapping } = plan
  const parts = mapping.matchBy.map((field, n) => {
    const lower = plan.unique.some((one) => one.field === field && one.lower)
    const text = sql`(r."values" ->> ${field})`
    const given = reg.noun.fields[field]?.target === undefined ? (lower ? sql`lower(${text})` : text) : sql`${text}::uuid`
    const column = sql`t.${sql.ref(snake(field))}`
    const stands = lower ? sql`lower(${column})` : column
    return n === mapping.matchBy.length - 1 ? sql`${stands} = ${given}` : sql`${stands} is not distinct from ${given}`
  })
  const { rows } = await sql<Stale>`
    select count(*)::int as count, min(r.line) as first from import_row r
    join ${sql.table(reg.table)} t on t.org_id = ${ctx.org.id} and t.archived_at is null and ${sql.join(parts, sql` and `)}
    where r.org_id = ${ctx.org.id} and r.session = ${session} and r.action = 'create' and ${reachCondition(ctx, reg) ?? sql`true`}`.execute(ctx.tx)
  return rows[0]!
}

/**
 * Lines whose record is no longer as the dry run saw it: changed, archived or gone; the first of them, and how many.
 * One statement for the whole session.
 */
export const staleLines = async (ctx: Ctx, reg: AnyRegister, session: string): Promise<Stale> => {
  const changing = sql`from import_row where org_id = ${ctx.org.id} and session = ${session} and action = 'update'`
  const bad = sql`r.line is not null and (t.id is null or t.version <> r.version or t.archived_at is not null)`
  // A full join goes through both sides once. Left to choose, a database without statistics of a new organisation may walk the register for every line.
  const { rows } = await sql<Stale>`
    select (count(*) filter (where ${bad}))::int as count, min(r.line) filter (where ${bad}) as first
    from (select line, record, version ${changing}) r
    full join (select id, version, archived_at from ${sql.table(reg.table)} where org_id = ${ctx.org.id} and id = any(array(select record ${changing}))) t on t.id = r.record`.execute(ctx.tx)
  return rows[0]!
}

/** One import at a time into a register of an organisation: two files with the same new records shall not both create them. */
export const lockRegister = async (ctx: Ctx, noun: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${ctx.org.id} ${snake(noun)}`}, 0))`.execute(ctx.tx)
}

/** Marks rows that the rules refused at the last moment, so that the report says why. */
export const refuseRows = async (ctx: Ctx, session: string, refused: readonly { line: number; problems: unknown }[]): Promise<void> => {
  await sql`update import_row t set action = 'error', problems = r.problems
    from json_to_recordset(${JSON.stringify(refused)}::json) as r(line int, problems json)
    where t.org_id = ${ctx.org.id} and t.session = ${session} and t.line = r.line`.execute(ctx.tx)
}
