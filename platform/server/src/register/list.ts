import { countCap, type ListQuery, type Page } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../context.ts'
import { fromColumns, type StoredRow } from './columns.ts'
import { decodeCursor, encodeCursor, orderOf, pageSql, type Order } from './cursor.ts'
import { conditionsOf, searchHits } from './filters.ts'
import { labelsOf } from './labels.ts'
import { present, type PresentedRow } from './present.ts'
import { selection } from './store.ts'
import type { AnyRegister } from './types.ts'

/** A list query of the server itself: may be narrowed to certain records. */
export type RowQuery = ListQuery & { readonly ids?: readonly string[] }

type Sql = RawBuilder<unknown>
type RawRow = Record<string, unknown> & { readonly id: string | null; readonly sort_value: string | null; readonly capped_total: number }

/** Whether a part of a text is looked for, which no statistics foretell: all rows have to be looked at. */
const holdsPart = (reg: AnyRegister, { filter = {} }: RowQuery): boolean =>
  Object.entries(filter).some(([key, value]) => ['text', 'longText'].includes(reg.noun.fields[key]?.kind ?? '') && value !== '-')

/**
 * Where the page and its count are taken from. What was searched for, or by a part of a text, is looked up once for both:
 * nothing but ids and what they are sorted by, which narrow indexes answer, as there may be a hundred thousand.
 */
const among = (reg: AnyRegister, query: RowQuery, where: Sql, order: Order): { first: Sql; from: Sql; where: Sql; order: Order } => {
  const table = sql`${sql.table(reg.table)} t`
  const hits = searchHits(reg, query)
  if (hits === null && !holdsPart(reg, query)) return { first: sql``, from: table, where, order }
  const found = hits === null ? table : sql`(${hits}) h join ${table} on t.id = h.record_id`
  const first = sql`matching as materialized (select t.id, ${order.column ?? sql`null`} as sort_key from ${found} where ${where}),`
  return { first, from: sql`matching t`, where: sql`true`, order: { ...order, column: order.column === null ? null : sql`t.sort_key` } }
}

/**
 * One page of a register: what the caller may see, filtered, sorted, counted up to a cap, with labels and allowed
 * actions. One statement, and one more per noun referred to, whatever the page size.
 */
export const listPage = async (ctx: Ctx, reg: AnyRegister, query: RowQuery): Promise<Page<PresentedRow>> => {
  const limit = query.limit ?? 100
  const conditions = conditionsOf(ctx, reg, query)
  if (query.ids !== undefined) conditions.push(sql`t.id = any(${query.ids}::uuid[])`)
  const { first, from, where, order } = among(reg, query, sql.join(conditions, sql` and `), orderOf(reg, query.sort, ctx.locale))
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor)
  const { rows: answered } = await sql<RawRow>`
    with ${first}
    picked as materialized (select *, row_number() over () as place from ${pageSql(from, where, order, cursor, limit + 1)} p),
    total as materialized (select count(*)::int as capped_total from (select 1 from ${from} where ${where} limit ${countCap + 1}) x),
    page as materialized (select ${selection(reg, 'listed')}, picked.sort_value, picked.place from picked join ${sql.table(reg.table)} t on t.id = picked.id)
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
