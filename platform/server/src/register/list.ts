import { countCap, type ListQuery, type Page } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../context.ts'
import { fromColumns, type StoredRow } from './columns.ts'
import { decodeCursor, encodeCursor, orderOf, pageSql, type Cursor, type Order } from './cursor.ts'
import { conditionsOf, reachCondition, searchHits } from './filters.ts'
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

/** What a list says of archived records, of search hits: the search knows it. */
const archivedAs = ({ archived = 'active' }: RowQuery): Sql => (archived === 'all' ? sql`true` : archived === 'active' ? sql`not h.archived` : sql`h.archived`)

/**
 * The ids of a page and the number of rows it is of, as common table expressions `picked` and `total`.
 *
 * Without a condition, the index of the order answers at once, and counting ends at the cap. With one, rows are looked through
 * once, up to the cap, by narrow indexes: if that found all of them, the page is taken from what was found. If not, they are so many that
 * going through the register in its order soon meets enough of them. What was searched for is always taken from what was found,
 * as every row has to be looked up anyway; where nothing else is asked, the search alone knows them.
 */
const picking = (ctx: Ctx, reg: AnyRegister, query: RowQuery, conditions: Sql, order: Order, cursor: Cursor | null, limit: number): Sql => {
  const table = sql`${sql.table(reg.table)} t`
  const hits = searchHits(reg, query)
  const picked = (pages: Sql): Sql => sql`picked as materialized (select *, row_number() over () as place from (${pages}) p)`
  const isNarrowed = query.ids !== undefined || Object.keys(query.filter ?? {}).length > 0 || reachCondition(ctx, reg) !== null
  if (hits === null && !isNarrowed) {
    return sql`${picked(pageSql(table, conditions, order, cursor, limit))},
      total as materialized (select count(*)::int as capped_total from (select 1 from ${table} where ${conditions} limit ${most}) x)`
  }
  const isWhole = hits !== null || holdsPart(reg, query)
  const source = hits === null ? table : sql`(${hits}) h join ${table} on t.id = h.record_id`
  const matching = hits !== null && !isNarrowed && order.column === null
    ? sql`select h.record_id as id, null as sort_key from (${hits}) h where ${archivedAs(query)}`
    : sql`select t.id, ${order.column ?? sql`null`} as sort_key from ${source} where ${conditions} ${isWhole ? sql`` : sql`limit ${most}`}`
  const found = { ...order, column: order.column === null ? null : sql`t.sort_key` }
  const fromFound = pageSql(sql`matching t`, sql`true`, found, cursor, limit)
  const counted = sql`(select capped_total from total)`
  const either = sql`(select * from (${fromFound}) f where ${counted} < ${most})
      union all (select * from (${pageSql(table, conditions, order, cursor, limit)}) r where ${counted} >= ${most})`
  return sql`matching as materialized (${matching}),
    total as materialized (select count(*)::int as capped_total from (select 1 from matching limit ${most}) x),
    ${picked(isWhole ? fromFound : either)}`
}

/**
 * One page of a register: what the caller may see, filtered, sorted, counted up to a cap, with labels and allowed
 * actions. One statement, and one more per noun referred to, whatever the page size.
 */
export const listPage = async (ctx: Ctx, reg: AnyRegister, query: RowQuery): Promise<Page<PresentedRow>> => {
  const limit = query.limit ?? 100
  const conditions = conditionsOf(ctx, reg, query)
  if (query.ids !== undefined) conditions.push(sql`t.id = any(${query.ids}::uuid[])`)
  const order = orderOf(reg, query.sort, ctx.locale)
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor)
  const { rows: answered } = await sql<RawRow>`
    with ${picking(ctx, reg, query, sql.join(conditions, sql` and `), order, cursor, limit + 1)},
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
