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

/** Whether a part of a text is looked for, which no statistics foretell: all rows have to be looked at. */
const holdsPart = (reg: AnyRegister, { filter = {} }: RowQuery): boolean =>
  Object.entries(filter).some(([key, value]) => ['text', 'longText'].includes(reg.noun.fields[key]?.kind ?? '') && value !== '-')

const most = sql.lit(countCap + 1)

/** So many rows are looked at in the order of the list before those that fit are collected from all of them. */
const ahead = 2_000

/** What a list says of archived records, of search hits: the search knows it. */
const archivedAs = ({ archived = 'active' }: RowQuery): Sql => (archived === 'all' ? sql`true` : archived === 'active' ? sql`not h.archived` : sql`h.archived`)

const counting = (from: Sql): Sql => sql`total as materialized (select count(*)::int as capped_total from (${from} limit ${most}) x)`
const pick = (pages: Sql): Sql => sql`picked as materialized (select id, sort_key::text as sort_value, row_number() over () as place from (${pages}) p)`

interface Asked {
  readonly query: RowQuery
  readonly order: Order
  readonly cursor: Cursor | null
  readonly limit: number
}

/**
 * The ids of a page and the number of rows it is of, as common table expressions `picked` and `total`.
 *
 * Without a condition, the index of the order answers at once, and counting ends at the cap. With one, and an index that keeps the
 * order, its first rows may hold a page: then what fits is only counted, up to the cap; if they do not, all that fits is collected
 * once, and page and count are taken from it. Without such an index, what fits is collected up to the cap; if that was not all,
 * the register is sorted. What was searched for is always taken from what was found, as every row has to be looked up anyway; where
 * nothing else is asked, the search alone knows them.
 */
const picking = (ctx: Ctx, reg: AnyRegister, { query, order, cursor, limit }: Asked): Sql => {
  const table = sql`${sql.table(reg.table)} t`
  const { standing, asked } = conditionsOf(ctx, reg, query)
  if (query.ids !== undefined) asked.push(sql`t.id = any(${query.ids}::uuid[])`)
  const [base, all] = [sql.join(standing, sql` and `), sql.join([...standing, ...asked], sql` and `)]
  const hits = searchHits(reg, query)
  if (hits === null && asked.length === 0) return sql`${pick(pageSql(table, all, order, cursor, limit))}, ${counting(sql`select 1 from ${table} where ${all}`)}`
  const found = (capped: Sql): Sql => sql`matching as materialized (${
    hits !== null && asked.length === 0 && order.column === null
      ? sql`select h.record_id as id, null::text as sort_key from (${hits}) h where ${archivedAs(query)}`
      : sql`select t.id, ${order.column ?? sql`null::text`} as sort_key from ${hits === null ? table : sql`(${hits}) h join ${table} on t.id = h.record_id`} where ${all}`} ${capped})`
  const fromFound = pageSql(sql`matching t`, sql`true`, { ...order, kept: true, column: order.column === null ? null : sql`t.sort_key` }, cursor, limit)
  const count = counting(sql`select 1 from matching`)
  if (hits !== null || query.ids !== undefined || holdsPart(reg, query)) return sql`${found(sql``)}, ${count}, ${pick(fromFound)}`
  if (!order.kept) {
    const isAll = sql`(select capped_total < ${most} from total)`
    return sql`${found(sql`limit ${most}`)}, ${count},
      ${pick(sql`select * from (${fromFound}) f where ${isAll} union all select * from (${pageSql(table, all, order, cursor, limit)}) r where not ${isAll}`)}`
  }
  const seen = pageSql(table, base, order, cursor, ahead, sql`, (${sql.join(asked, sql` and `)}) as fits`)
  const holds = sql`(select count(*) >= ${sql.lit(limit)} from met)`
  return sql`met as materialized (select id, sort_key from (${seen}) s where fits limit ${limit}),
    ${found(sql`limit case when ${holds} then ${most} end`)}, ${count},
    ${pick(sql`select * from met where ${holds} union all select * from (${fromFound}) f where not ${holds}`)}`
}

/**
 * One page of a register: what the caller may see, filtered, sorted, counted up to a cap, with labels and allowed
 * actions. Two statements, whatever the page size.
 */
export const listPage = async (ctx: Ctx, reg: AnyRegister, query: RowQuery): Promise<Page<PresentedRow>> => {
  const limit = query.limit ?? 100
  const order = orderOf(ctx, reg, query.sort)
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor)
  const { rows: answered } = await sql<RawRow>`
    with ${picking(ctx, reg, { query, order, cursor, limit: limit + 1 })},
    page as materialized (select ${selection(reg, 'listed')}, picked.sort_value, picked.place from picked join ${sql.table(reg.table)} t on t.id = picked.id)
    select page.*, total.capped_total from total left join page on true order by page.place`.execute(ctx.tx)
  const raw = answered.filter((row) => row.id !== null)
  const total = answered[0]?.capped_total ?? 0
  const shown = raw.slice(0, limit)
  const rows: StoredRow[] = shown.map((r) => fromColumns(reg.noun, r, 'listed'))
  const last = shown.at(-1)
  return {
    items: rows.map((row) => present(ctx, reg, row)),
    next: raw.length > limit && last !== undefined ? encodeCursor({ value: last.sort_value, id: last.id! }) : null,
    total: Math.min(total, countCap),
    totalCapped: total > countCap,
    labels: await labelsOf(ctx, reg.noun, rows),
  }
}
