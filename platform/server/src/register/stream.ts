import { sql } from 'kysely'
import type { ListQuery } from '@heng/contract'
import type { Ctx } from '../context.ts'
import { fromColumns } from './columns.ts'
import { orderOf } from './cursor.ts'
import { conditionsOf, searched } from './filters.ts'
import { presentRead, type PresentedRow } from './present.ts'
import { selection } from './store.ts'
import type { AnyRegister } from './types.ts'

const fromWhere = (ctx: Ctx, reg: AnyRegister, query: ListQuery) => {
  const hits = ctx.asOf === null ? searched(reg, query) : null
  const { standing, asked } = conditionsOf(ctx, reg, query)
  const conditions = [...standing, ...asked]
  if (hits !== null) conditions.push(sql`t.id in (${hits.all()})`)
  return sql`from ${sql.table(reg.table)} t where ${sql.join(conditions, sql` and `)}`
}

/** How many rows of a register a query finds for this caller, without a cap. One statement. */
export const countAll = async (ctx: Ctx, reg: AnyRegister, query: ListQuery): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n ${fromWhere(ctx, reg, query)}`.execute(ctx.tx)
  return Number(rows[0]!.n)
}

/**
 * All rows that a list query finds for this caller, `size` at a time, sorted once by a cursor of the transaction: one
 * statement a piece. Memory holds one piece. One stream at a time per transaction.
 */
export async function* streamRows(ctx: Ctx, reg: AnyRegister, query: ListQuery, size = 1_000): AsyncGenerator<PresentedRow[]> {
  const { column, descending } = orderOf(ctx, reg, query.sort)
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const by = column === null ? sql`t.id ${direction}` : sql`${column} ${direction} nulls last, t.id ${direction}`
  await sql`declare heng_rows no scroll cursor for select ${selection(reg)} ${fromWhere(ctx, reg, query)} order by ${by}`.execute(ctx.tx)
  try {
    for (;;) {
      const { rows: raw } = await sql<Record<string, unknown>>`fetch ${sql.raw(String(size))} from heng_rows`.execute(ctx.tx)
      if (raw.length === 0) return
      const rows = raw.map((row) => fromColumns(reg.noun, row))
      yield rows.map((row) => presentRead(ctx, reg, row))
      if (raw.length < size) return
    }
  } finally {
    // A transaction that failed has closed it already.
    await sql`close heng_rows`.execute(ctx.tx).catch(() => undefined)
  }
}
