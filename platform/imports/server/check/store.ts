import { rowset, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { RowAction } from '../../contract/index.ts'
import type { Judged } from './judge.ts'
import type { Clash } from './seen.ts'
import type { Problem } from './problem.ts'

export const clearRows = async (ctx: Ctx, session: string): Promise<void> => {
  await sql`delete from import_row where org_id = ${ctx.org.id} and session = ${session}`.execute(ctx.tx)
}

const columns = [
  { name: 'line', type: 'integer' }, { name: 'action', type: 'text' }, { name: 'record', type: 'uuid' }, { name: 'version', type: 'integer' }, { name: 'label', type: 'text' },
  ...['values', 'before', 'problems', 'cells', 'extra'].map((name) => ({ name, type: 'json' })),
]

/** Keeps what a chunk of rows will do; one statement. Rows that do nothing keep no values, rows with problems their cells. */
export const stageRows = async (ctx: Ctx, session: string, rows: readonly Judged[]): Promise<void> => {
  const kept = rows.map(({ row, action, record, version, label, values, before, problems }) => {
    const writes = action === 'create' || action === 'update'
    return {
      line: row.line, action, record, version, label,
      values: writes ? values : null, before: action === 'update' ? before : null,
      problems: action === 'error' ? problems : null, cells: action === 'error' ? row.cells : null, extra: writes ? row.extra : null,
    }
  })
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  await sql`insert into import_row (org_id, session, ${names}) select ${ctx.org.id}, ${session}, ${names} from ${rowset(columns, kept)}`.execute(ctx.tx)
}

export interface Moved {
  readonly line: number
  readonly was: RowAction
  readonly problem: Problem
}

/**
 * Turns the first of two clashing lines into a problem, too: which of the two is meant nobody can know. One statement.
 */
export const refuseFirsts = async (ctx: Ctx, session: string, clashes: readonly Clash[]): Promise<Moved[]> => {
  if (clashes.length === 0) return []
  // A line that clashes with several names the first of them; one reason is enough to look.
  const byFirst = new Map<string, Clash>()
  for (const clash of clashes) if (!byFirst.has(`${clash.first} ${clash.field}`)) byFirst.set(`${clash.first} ${clash.field}`, clash)
  const wrong = [...byFirst.values()].map(({ first, line, field, code }) => ({ line: first, problem: { field, column: null, code, params: { line } } satisfies Problem }))
  const { rows } = await sql<Moved>`
    with wrong as (
      select line, jsonb_agg(problem) as problems, (jsonb_agg(problem)) -> 0 as problem
      from jsonb_to_recordset(${JSON.stringify(wrong)}::jsonb) as w(line int, problem jsonb) group by line
    ), old as (
      select r.line, r.action, w.problems, w.problem from import_row r join wrong w on w.line = r.line
      where r.org_id = ${ctx.org.id} and r.session = ${session}
    )
    update import_row r set action = 'error', problems = (coalesce(r.problems::jsonb, '[]'::jsonb) || o.problems)::json
    from old o where r.org_id = ${ctx.org.id} and r.session = ${session} and r.line = o.line
    returning r.line, o.action as was, o.problem`.execute(ctx.tx)
  return rows
}
