import { HengError, type Field, type Locale } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import { expressionOf, fieldFor } from './filters.ts'
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
  readonly nullable: boolean
  readonly descending: boolean
}

const times: Readonly<Record<string, string>> = { createdAt: 't.created_at', updatedAt: 't.updated_at' }

export const orderOf = (reg: AnyRegister, sort: string | undefined, locale: Locale): Order => {
  const wanted = sort ?? reg.defaultSort
  const descending = wanted.startsWith('-')
  const key = descending ? wanted.slice(1) : wanted
  // References count up with the ids; as texts A-10000 would come before A-9999.
  if (key === 'id' || key === 'reference') return { column: null, nullable: false, descending }
  if (Object.hasOwn(times, key)) return { column: sql.ref(times[key]!), nullable: false, descending }
  const field: Field = fieldFor(reg, key, 'sortable')
  return { column: expressionOf(reg, key, field, locale), nullable: !field.required, descending }
}

/**
 * The ids of a page in (value, id) order, values not given last, as one or two ordered halves, so that a plain index
 * `(org_id, column, id)` answers either direction.
 */
export const pageSql = (
  from: RawBuilder<unknown>, where: RawBuilder<unknown>, order: Order, cursor: Cursor | null, limit: number,
): RawBuilder<unknown> => {
  const { column, nullable, descending } = order
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const beyond = sql.raw(descending ? '<' : '>')
  const half = (value: RawBuilder<unknown>, condition: RawBuilder<unknown> | null, by: RawBuilder<unknown>) =>
    sql`(select t.id, ${value} as sort_value from ${from} where ${where} ${condition === null ? sql`` : sql`and ${condition}`} order by ${by} limit ${limit})`
  const byId = sql`t.id ${direction}`
  const afterId = cursor === null ? null : sql`t.id ${beyond} ${cursor.id}::uuid`
  if (column === null) return half(sql`null::text`, afterId, byId)
  const given = half(
    sql`${column}::text`,
    cursor === null ? (nullable ? sql`${column} is not null` : null) : sql`(${column}, t.id) ${beyond} (${cursor.value}, ${cursor.id}::uuid)`,
    sql`${column} ${direction}, ${byId}`,
  )
  if (!nullable) return given
  const missing = (condition: RawBuilder<unknown> | null) =>
    half(sql`null::text`, condition === null ? sql`${column} is null` : sql`${column} is null and ${condition}`, byId)
  if (cursor !== null && cursor.value === null) return missing(afterId)
  return sql`(select * from (${given} union all ${missing(null)}) both_halves limit ${limit})`
}
