import { countCap, type ListQuery, type Page } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../context.ts'
import { meanwhile } from '../db/meanwhile.ts'
import { fromColumns, snake, type StoredRow } from './columns.ts'
import { decodeCursor, encodeCursor, orderOf, pageSql, type Cursor, type Order } from './cursor.ts'
import { conditionsOf, filterOf, reachCondition, searched } from './filters.ts'
import { erasedThen } from '../past/absent.ts'
import { withStampsThen } from '../past/stamps.ts'
import { labelsOf } from './labels.ts'
import { indexesOf } from './orders.ts'
import { presentRead, type PresentedRow } from './present.ts'
import { selection } from './store.ts'
import type { AnyRegister } from './types.ts'

/** A list query of the server itself: may be narrowed to certain records. */
export type RowQuery = ListQuery & { readonly ids?: readonly string[] }

type Sql = RawBuilder<unknown>
type RawRow = Record<string, unknown> & { readonly id: string | null; readonly sort_value: string | null; readonly capped_total: number; readonly erased: number }

/** Whether the index by which records are looked through tells which of them fit. */
const tellsFit = (ctx: Ctx, reg: AnyRegister, { filter = {}, ids }: RowQuery): boolean =>
  ids === undefined && reachCondition(ctx, reg) === null &&
  Object.keys(filter).every((key) => reg.links[key] === undefined && (indexesOf(ctx, reg)?.held.has(snake(key)) ?? false))

/** Whether a part of a text is looked for, which no statistics foretell: all rows have to be looked at. */
const holdsPart = (reg: AnyRegister, { filter = {} }: RowQuery): boolean =>
  Object.entries(filter).some(([key, value]) => ['text', 'longText'].includes(reg.noun.fields[key]?.kind ?? '') && value !== '-')

const most = sql.lit(countCap + 1)

/** So many rows are looked at in the order of the list before those that fit are collected from all of them; fewer where each has to be looked up in the search. */
const ahead = 2_000
const aheadInSearch = 500

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
 * the register is sorted. What was searched for, with a condition or in another order, is looked up whole. The past has no index that
 * keeps an order: what stood then is looked through once.
 */
const picking = (ctx: Ctx, reg: AnyRegister, { query, order, cursor, limit }: Asked): Sql => {
  const table = sql`${sql.table(reg.table)} t`
  const { standing, asked } = conditionsOf(ctx, reg, query)
  if (query.ids !== undefined) asked.push(sql`t.id = any(${query.ids}::uuid[])`)
  // Where an index keeps the order of a part alone, only that part is looked ahead in.
  const part = order.within === null ? [] : [filterOf(reg, order.within, query.filter![order.within]!, ctx.locale)]
  const [base, all] = [sql.join([...standing, ...part], sql` and `), sql.join([...standing, ...asked], sql` and `)]
  const hits = ctx.asOf === null ? searched(reg, query) : null
  if (ctx.asOf === null && hits === null && asked.length === 0) return sql`${pick(pageSql(table, all, order, cursor, limit))}, ${counting(sql`select 1 from ${table} where ${all}`)}`

  const from = hits === null ? table : sql`(${hits.all()}) h join ${table} on t.org_id = ${ctx.org.id} and t.id = h.record_id`
  // What the index tells to fit is found and counted without the rows; those are read only if the page has to be sorted from them.
  const apart = ctx.asOf === null && !order.held && hits === null && tellsFit(ctx, reg, query)
  const matching = (capped: Sql): Sql => sql`matching as materialized (select t.id, ${apart ? sql`null::text` : (order.column ?? sql`null::text`)} as sort_key from ${from} where ${all} ${capped})`
  const fromMatching = apart
    ? pageSql(sql`matching m join ${table} on t.org_id = ${ctx.org.id} and t.id = m.id`, sql`true`, { ...order, kept: true }, cursor, limit)
    : pageSql(sql`matching t`, sql`true`, { ...order, kept: true, column: order.column === null ? null : sql`t.sort_key` }, cursor, limit)
  const count = counting(sql`select 1 from matching`)
  const holds = sql`(select count(*) >= ${sql.lit(limit)} from met)`
  const eitherOf = (first: Sql): Sql => pick(sql`${first} union all select * from (${fromMatching}) f where not ${holds}`)

  if (ctx.asOf !== null || query.ids !== undefined || holdsPart(reg, query) || (hits !== null && (asked.length > 0 || !order.kept))) return sql`${matching(sql``)}, ${count}, ${pick(fromMatching)}`
  if (hits !== null) {
    // In the order of ids the search alone knows them: no record has to be looked up.
    const found = order.column === null ? sql`matching as materialized (select h.record_id as id, null::text as sort_key from (${hits.all()}) h where not ${holds})` : matching(sql`and not ${holds}`)
    return sql`seen as materialized (select *, row_number() over () as place from (${pageSql(table, base, order, cursor, aheadInSearch)}) s),
      met as materialized (select id, sort_key from seen where id in (${hits.among(sql`select id from seen`)}) order by place limit ${limit}),
      ${found}, ${counting(sql`select 1 from (${hits.all(countCap + 1)}) h where ${holds} union all select 1 from matching`)},
      ${eitherOf(sql`select * from met where ${holds}`)}`
  }
  if (!order.kept) {
    const isAll = sql`(select capped_total < ${most} from total)`
    return sql`${matching(sql`limit ${most}`)}, ${count},
      ${pick(sql`select * from (${fromMatching}) f where ${isAll} union all select * from (${pageSql(table, all, order, cursor, limit)}) r where not ${isAll}`)}`
  }
  const seen = pageSql(table, base, order, cursor, ahead, sql`, (${sql.join(asked, sql` and `)}) as fits`)
  return sql`met as materialized (select id, sort_key from (${seen}) s where fits limit ${limit}),
    ${matching(sql`limit case when ${holds} then ${most} end`)}, ${count}, ${eitherOf(sql`select * from met where ${holds}`)}`
}

/**
 * The rows of the page, whole, as `page`. Views of the past take no join into their parts, so there the ids are given as a value.
 */
const shownRows = (ctx: Ctx, reg: AnyRegister): Sql => {
  const rows = sql`select ${selection(reg, 'listed')}`
  if (ctx.asOf === null) return sql`page as materialized (${rows}, picked.sort_value, picked.place from picked join ${sql.table(reg.table)} t on t.org_id = ${ctx.org.id} and t.id = picked.id)`
  return sql`shown as materialized (${rows} from ${sql.table(reg.table)} t where t.org_id = ${ctx.org.id} and t.id = any((select array(select id from picked))::uuid[])),
    page as materialized (select shown.*, picked.sort_value, picked.place from picked join shown on shown.id = picked.id)`
}

/**
 * One page of a register: what the caller may see, filtered, sorted, counted up to a cap, with labels and allowed
 * actions. Two statements, whatever the page size.
 */
export const listPage = async (ctx: Ctx, reg: AnyRegister, query: RowQuery): Promise<Page<PresentedRow>> => {
  const limit = query.limit ?? 100
  const order = orderOf(ctx, reg, query.sort, query.filter)
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor)
  const { rows: answered } = await sql<RawRow>`
    with ${picking(ctx, reg, { query, order, cursor, limit: limit + 1 })},
    ${shownRows(ctx, reg)}
    select page.*, total.capped_total, ${erasedThen(ctx, reg)} as erased from total left join page on true order by page.place`.execute(ctx.tx)
  const raw = await withStampsThen(ctx, reg, answered.filter((row) => row.id !== null))
  const total = answered[0]?.capped_total ?? 0
  const shown = raw.slice(0, limit)
  const rows: StoredRow[] = shown.map((r) => fromColumns(reg.noun, r, 'listed'))
  const last = shown.at(-1)
  const naming = labelsOf(ctx, reg.noun, rows)
  return {
    items: await meanwhile(naming, () => rows.map((row) => presentRead(ctx, reg, row))),
    next: raw.length > limit && last !== undefined ? encodeCursor({ value: last.sort_value, id: last.id! }) : null,
    total: Math.min(total, countCap),
    totalCapped: total > countCap,
    labels: await naming,
    ...((answered[0]?.erased ?? 0) > 0 ? { erased: answered[0]!.erased } : {}),
  }
}
