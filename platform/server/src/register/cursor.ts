import { HengError, type Field } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../context.ts'
import { columnIn, snake } from './columns.ts'
import { expressionOf, fieldFor } from './filters.ts'
import { indexesOf, partWithin } from './orders.ts'
import type { AnyRegister } from './types.ts'

/** Where a page ended: the value it was sorted by and the id, which breaks ties. */
export interface Cursor {
  readonly value: string | null
  readonly id: string
}

export const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url')

export const decodeCursor = (text: string): Cursor => {
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

export interface Order {
  /** Null sorts by id alone, which is the order of creation and of references. */
  readonly column: RawBuilder<unknown> | null
  /** Whether an index keeps this order. */
  readonly kept: boolean
  /** Whether the index by which records are looked through holds the column. */
  readonly held: boolean
  readonly nullable: boolean
  readonly descending: boolean
  /** The field by whose filter an index keeps the order of a part of the register; null where the whole is looked through. */
  readonly within: string | null
}

const times: Readonly<Record<string, string>> = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** `filter`: what the list is narrowed to, which a smaller index may serve. */
export const orderOf = (ctx: Ctx, reg: AnyRegister, sort: string | undefined, filter: Readonly<Record<string, string | readonly string[]>> = {}): Order => {
  const { locale } = ctx
  const wanted = sort ?? reg.defaultSort
  const descending = wanted.startsWith('-')
  const key = descending ? wanted.slice(1) : wanted
  // References count up with the ids; as texts A-10000 would come before A-9999.
  if (key === 'id' || key === 'reference') return { column: null, kept: ctx.asOf === null, held: true, nullable: false, descending, within: null }
  const indexes = indexesOf(ctx, reg)
  const served = (column: string) => {
    const within = partWithin(indexes, column, filter)
    return { kept: within !== null || (indexes?.kept.has(column) ?? false), held: indexes?.held.has(column) ?? false, within }
  }
  if (Object.hasOwn(times, key)) return { column: sql.ref(`t.${times[key]!}`), ...served(times[key]!), nullable: false, descending }
  const field: Field = fieldFor(reg, key, 'sortable')
  const by = reg.computed[snake(key)] === undefined ? served(field.bilingual === true ? columnIn(locale, key) : snake(key)) : { kept: false, held: false, within: null }
  return { column: expressionOf(reg, key, field, locale), ...by, nullable: !field.required, descending }
}

/**
 * Ids of a page, or of any number of rows, in (value, id) order, values not given last, as one or two ordered halves, so that a plain
 * index `(org_id, column, id)` answers either direction. `more` is selected beside them, led by a comma.
 */
export const pageSql = (
  from: RawBuilder<unknown>, where: RawBuilder<unknown>, order: Order, cursor: Cursor | null, limit: number, more: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> => {
  const { column, kept, nullable, descending } = order
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const beyond = sql.raw(descending ? '<' : '>')
  const byId = sql`t.id ${direction}`
  const half = (value: RawBuilder<unknown> | null, condition: RawBuilder<unknown> | null) => {
    const rows = sql`select t.id, ${column ?? sql`null::text`} as sort_key ${more} from ${from} where ${where} ${condition === null ? sql`` : sql`and ${condition}`}`
    if (value === null) return sql`(${rows} order by ${byId} limit ${limit})`
    if (kept) return sql`(${rows} order by ${value} ${direction}, ${byId} limit ${limit})`
    // Where many rows are alike, sorting them costs half of it when they come in the order of their ids.
    return sql`(select * from (${rows} order by ${byId}) t order by t.sort_key ${direction}, ${byId} limit ${limit})`
  }
  const afterId = cursor === null ? null : sql`t.id ${beyond} ${cursor.id}::uuid`
  if (column === null) return half(null, afterId)
  const given = half(column, cursor === null ? (nullable ? sql`${column} is not null` : null) : sql`(${column}, t.id) ${beyond} (${cursor.value}, ${cursor.id}::uuid)`)
  if (!nullable) return given
  const missing = (condition: RawBuilder<unknown> | null) => half(null, condition === null ? sql`${column} is null` : sql`${column} is null and ${condition}`)
  if (cursor !== null && cursor.value === null) return missing(afterId)
  return sql`(select * from (${given} union all ${missing(null)}) both_halves limit ${limit})`
}
