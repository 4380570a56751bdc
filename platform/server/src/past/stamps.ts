import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { AnyRegister } from '../register/types.ts'

type Raw = Record<string, unknown>

/**
 * Rows of the past with the stamps that they bore at the instant: a version keeps its last ones, and what was stamped over while it stood is
 * kept apart. Rows of today are answered as they are. One statement, for registers that have stamps.
 */
export const withStampsThen = async <R extends Raw>(ctx: Ctx, reg: AnyRegister, rows: readonly R[]): Promise<R[]> => {
  if (ctx.asOf === null || (reg.options.stamps ?? []).length === 0 || rows.length === 0) return [...rows]
  const at = sql`${ctx.asOf.toISOString()}::timestamptz`
  const { rows: found } = await sql<{ id: string; was: Raw }>`
    select distinct on (w.id) w.id, s.was from past.stamp s cross join lateral (select i.id from unnest(s.ids) i(id) where i.id = any(${rows.map((r) => r.id)}::uuid[])) w
    where s.org_id = ${ctx.org.id} and s.name = ${reg.table} and s.at > ${at} and not exists (select from ${sql.table(`past.${reg.table}`)} p where p.org_id = ${ctx.org.id} and p.id = w.id and p.valid_to > ${at} and p.valid_to <= s.at)
    order by w.id, s.at`.execute(ctx.tx)
  const was = new Map(found.map((f) => [f.id, f.was]))
  return rows.map((row) => ({ ...row, ...was.get(String(row.id)) }))
}
