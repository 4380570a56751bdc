import { countCap, HengError, type Field, type ListQuery, type Page } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../context.ts'
import { fromColumns, type StoredRow } from './columns.ts'
import { conditionsOf, expressionOf, fieldFor } from './filters.ts'
import { labelsOf } from './labels.ts'
import { present, type PresentedRow } from './present.ts'
import type { AnyRegister } from './types.ts'
import { selection, withLinks } from './store.ts'

/** A list query of the server itself: may be narrowed to certain records. */
export type RowQuery = ListQuery & { readonly ids?: readonly string[] }

interface Cursor {
  readonly value: string | null
  readonly id: string
}
interface Order {
  readonly column: RawBuilder<unknown> | null
  readonly descending: boolean
}

const encode = (cursor: Cursor): string => Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url')
const decode = (text: string): Cursor => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(parsed) && (parsed[0] === null || typeof parsed[0] === 'string') && /^[0-9a-f-]{36}$/.test(String(parsed[1]))) {
      return { value: parsed[0] as string | null, id: String(parsed[1]) }
    }
  } catch {
    // answered below like every other cursor that is not ours
  }
  throw new HengError('badCursor', { status: 400 })
}

const base: Readonly<Record<string, string>> = { reference: 't.reference', createdAt: 't.created_at', updatedAt: 't.updated_at' }

const orderOf = (reg: AnyRegister, sort: string | undefined): Order => {
  const wanted = sort ?? reg.defaultSort
  const descending = wanted.startsWith('-')
  const key = descending ? wanted.slice(1) : wanted
  if (key === 'id') return { column: null, descending }
  if (Object.hasOwn(base, key)) return { column: sql.ref(base[key]!), descending }
  const field: Field = fieldFor(reg, key, 'sortable')
  return { column: expressionOf(reg, key, field), descending }
}

/** Rows after the cursor in (value nulls last, id) order. */
const after = ({ column, descending }: Order, cursor: Cursor): RawBuilder<unknown> => {
  const beyond = sql`t.id > ${cursor.id}::uuid`
  if (column === null) return descending ? sql`t.id < ${cursor.id}::uuid` : beyond
  if (cursor.value === null) return sql`(${column} is null and ${beyond})`
  const compare = sql.raw(descending ? '<' : '>')
  return sql`(${column} ${compare} ${cursor.value} or (${column} = ${cursor.value} and ${beyond}) or ${column} is null)`
}

/**
 * One page of a register: what the caller may see, filtered, sorted, with labels and allowed actions.
 * Two statements, one more per link field and per noun referred to, whatever the page size.
 */
export const listPage = async (ctx: Ctx, reg: AnyRegister, query: RowQuery): Promise<Page<PresentedRow>> => {
  const limit = query.limit ?? 100
  const conditions = conditionsOf(ctx, reg, query)
  if (query.ids !== undefined) conditions.push(sql`t.id = any(${query.ids}::uuid[])`)
  const order = orderOf(reg, query.sort)
  const where = sql.join(conditions, sql` and `)
  const page = query.cursor === undefined ? where : sql`${where} and ${after(order, decode(query.cursor))}`
  const direction = sql.raw(order.descending ? 'desc' : 'asc')
  const by = order.column === null ? sql`t.id ${direction}` : sql`${order.column} ${direction} nulls last, t.id`
  const { rows: raw } = await sql<Record<string, unknown>>`select ${selection(reg)}, ${order.column === null ? sql`null` : sql`${order.column}::text`} as sort_value
    from ${sql.table(reg.table)} t where ${page} order by ${by} limit ${limit + 1}`.execute(ctx.tx)
  const total = await countRows(ctx, reg, where)
  const shown = raw.slice(0, limit)
  const rows: StoredRow[] = await withLinks(ctx, reg, shown.map((r) => fromColumns(reg.noun, r)))
  const last = shown.at(-1)
  return {
    items: rows.map((row) => present(ctx, reg, row)),
    next: raw.length > limit && last !== undefined ? encode({ value: last.sort_value as string | null, id: last.id as string }) : null,
    total: Math.min(total, countCap),
    totalCapped: total > countCap,
    labels: await labelsOf(ctx, reg.noun, rows),
  }
}

const countRows = async (ctx: Ctx, reg: AnyRegister, where: RawBuilder<unknown>): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (select 1 from ${sql.table(reg.table)} t where ${where} limit ${countCap + 1}) x`.execute(ctx.tx)
  return Number(rows[0]!.n)
}
