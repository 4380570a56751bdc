import { countCap, type ListQuery, type Page } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../context.ts'
import { fromColumns, type StoredRow } from './columns.ts'
import { decodeCursor, encodeCursor, orderOf, pageSql, type Cursor, type Order } from './cursor.ts'
import { conditionsOf, searchHits } from './filters.ts'
import { labelsOf } from './labels.ts'
import { present, type PresentedRow } from './present.ts'
import { selection } from './store.ts'
import type { AnyRegister } from './types.ts'

/** A list query of the server itself: may be narrowed to certain records. */
export type RowQuery = ListQuery & { readonly ids?: readonly string[] }

type Sql = RawBuilder<unknown>
type RawRow = Record<string, unknown> & { readonly id: string | null; readonly sort_value: string | null; readonly capped_total: number }

/**
 * A page of what was searched for, and `matching` to count it: found once, with nothing but what it is sorted by as long
 * as there may be ten thousand; only the rows of the page are read whole.
 */
const searchedPage = (reg: AnyRegister, hits: Sql, where: Sql, order: Order, cursor: Cursor | null, limit: number): Sql => {
  const ordered = { ...order, column: order.column === null ? null : sql`t.sort_key` }
  return sql`hits as materialized (${hits}),
    matching as materialized (select t.id, ${order.column ?? sql`null`} as sort_key from hits h join ${sql.table(reg.table)} t on t.id = h.record_id where ${where}),
    picked as materialized (select *, row_number() over () as place from ${pageSql(sql`t.id`, sql`matching t`, sql`true`, ordered, cursor, limit)} p),
    page as materialized (select ${selection(reg)}, picked.sort_value, picked.place from picked join ${sql.table(reg.table)} t on t.id = picked.id)`
}

/**
 * One page of a register: what the caller may see, filtered, sorted, counted up to a cap, with labels and allowed
 * actions. One statement, and one more per noun referred to, whatever the page size.
 */
export const listPage = async (ctx: Ctx, reg: AnyRegister, query: RowQuery): Promise<Page<PresentedRow>> => {
  const limit = query.limit ?? 100
  const hits = searchHits(reg, query)
  const conditions = conditionsOf(ctx, reg, query)
  if (query.ids !== undefined) conditions.push(sql`t.id = any(${query.ids}::uuid[])`)
  const where = sql.join(conditions, sql` and `)
  const table = sql`${sql.table(reg.table)} t`
  const order = orderOf(reg, query.sort, ctx.locale)
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor)
  const [page, from, wanted] = hits === null ? [sql`page as materialized (select *, row_number() over () as place from ${pageSql(selection(reg), table, where, order, cursor, limit + 1)} p)`, table, where]
    : [searchedPage(reg, hits, where, order, cursor, limit + 1), sql`matching`, sql`true`]
  const { rows: answered } = await sql<RawRow>`
    with ${page},
    total as materialized (select count(*)::int as capped_total from (select 1 from ${from} where ${wanted} limit ${countCap + 1}) x)
    select page.*, total.capped_total from total left join page on true order by page.place`.execute(ctx.tx)
  const raw = answered.filter((row) => row.id !== null)
  const total = answered[0]?.capped_total ?? 0
  const shown = raw.slice(0, limit)
  const rows: StoredRow[] = shown.map((r) => fromColumns(reg.noun, r))
  const last = shown.at(-1)
  return {
    items: rows.map((row) => present(ctx, reg, row)),
    next: raw.length > limit && last !== undefined ? encodeCursor({ value: last.sort_value, id: last.id! }) : null,
    total: Math.min(total, countCap),
    totalCapped: total > countCap,
    labels: await labelsOf(ctx, reg.noun, rows),
  }
}
