import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { RowAction } from '../../contract/index.ts'
import type { Problem } from '../check/problem.ts'
import type { Refused, Settled } from './siblings.ts'

/** Keeps what waiting rows turned out to write; one statement. */
export const settleRows = async (ctx: Ctx, session: string, rows: readonly Settled[]): Promise<void> => {
  if (rows.length === 0) return
  const json = JSON.stringify(rows.map(({ line, was, action, values, before, rank }) => ({ l: line, o: was, a: action, w: values, b: before, k: rank })))
  await sql`update import_row t set action = r.a, rank = r.k, "values" = (coalesce(t."values", '{}')::jsonb || r.w)::json,
      before = case when r.b is null then t.before else (coalesce(t.before, '{}')::jsonb || r.b)::json end
    from jsonb_to_recordset(${json}::jsonb) as r(l int, o text, a text, w jsonb, b jsonb, k int)
    where t.org_id = ${ctx.org.id} and t.session = ${session} and t.action = r.o and t.line = r.l`.execute(ctx.tx)
}

export interface NowRefused {
  readonly line: number
  readonly was: RowAction
}

/** Turns kept rows into problems, with their reasons; one statement. */
export const refuseKept = async (ctx: Ctx, session: string, refused: readonly Refused[]): Promise<NowRefused[]> => {
  if (refused.length === 0) return []
  const byLine = [...Map.groupBy(refused, ({ line }) => line)].map(([line, all]) => ({ line, problems: all.map(({ problem }) => problem) }))
  const { rows } = await sql<NowRefused>`
    with wrong as (select * from jsonb_to_recordset(${JSON.stringify(byLine)}::jsonb) as w(line int, problems jsonb)),
    old as (select r.line, r.action, w.problems from import_row r join wrong w on w.line = r.line where r.org_id = ${ctx.org.id} and r.session = ${session})
    update import_row r set action = 'error', problems = (coalesce(r.problems::jsonb, '[]') || o.problems)::json
    from old o where r.org_id = ${ctx.org.id} and r.session = ${session} and r.line = o.line
    returning r.line, o.action as was`.execute(ctx.tx)
  return rows
}

/** Rows that name, by one of these fields, records that will not come into being because their rows are refused; directly or not. One statement. */
export const dependantsOf = async (ctx: Ctx, session: string, lines: readonly number[], fields: readonly string[]): Promise<{ line: number; was: 'create' | 'update'; problems: Problem[] }[]> => {
  if (lines.length === 0 || fields.length === 0) return []
  const { rows } = await sql<{ line: number; was: 'create' | 'update'; field: string; first: number }>`
    with recursive kept as (
      select line, action, record, f.field, r."values" ->> f.field as target from import_row r cross join unnest(${fields}::text[]) as f(field)
      where r.org_id = ${ctx.org.id} and r.session = ${session} and r.action in ('create', 'update') and r."values" ->> f.field is not null
    ), gone as (
      select line, action, record, null::text as field, null::int as first from import_row r
      where r.org_id = ${ctx.org.id} and r.session = ${session} and r.action = 'create' and r.line = any(${lines}::int[])
      union
      select k.line, k.action, k.record, k.field, g.line from kept k join gone g on k.target = g.record::text where g.action = 'create'
    )
    select distinct on (line) line, action as was, field, first from gone where first is not null and line <> all(${lines}::int[]) order by line, first`.execute(ctx.tx)
  return rows.map(({ line, was, field, first }) => ({ line, was, problems: [{ field, column: null, code: 'siblingRefused', params: { line: first } }] }))
}
