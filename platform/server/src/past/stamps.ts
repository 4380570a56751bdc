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
  const ids = sql`${rows.map((r) => r.id)}::uuid[]`
  // Only stamps set while one of the versions stood are opened: each tells of thousands of rows.
  const { rows: found } = await sql<{ id: string; was: Raw }>`
    with ended as materialized (
      select w.id, coalesce((select min(p.valid_to) from ${sql.table(`past.${reg.table}`)} p where p.org_id = ${ctx.org.id} and p.id = w.id and p.valid_to > ${at}), 'infinity') as until
      from unnest(${ids}) w(id)
    ), stamped as materialized (
      select s.at, s.was, s.ids from past.stamp s where s.org_id = ${ctx.org.id} and s.name = ${reg.table} and s.at > ${at} and s.at < (select max(until) from ended)
    )
    select distinct on (e.id) e.id, s.was from stamped s cross join lateral (select i.id from unnest(s.ids) i(id) where i.id = any(${ids})) w
    join ended e on e.id = w.id and s.at < e.until order by e.id, s.at`.execute(ctx.tx)
  const was = new Map(found.map((f) => [f.id, f.was]))
  return rows.map((row) => ({ ...row, ...was.get(String(row.id)) }))
}
