import type pg from 'pg'
import type { Ctx } from '../context.ts'
import { snake } from './columns.ts'
import type { AnyRegister } from './types.ts'

/** What the indexes of a register's table serve its lists with. */
export interface ListIndexes {
  /** Columns that one keeps the records of an organisation in order of: `(org_id, column, id)`. */
  readonly kept: ReadonlySet<string>
  /** Columns that one holds beside `(org_id, id)`, so that records are looked through without their rows. */
  readonly held: ReadonlySet<string>
  /** Orders that one keeps only of records with certain values of a column: `where state in ('open', 'confirmed')`. */
  readonly parts: readonly OrderedPart[]
}
export interface OrderedPart {
  readonly column: string
  readonly values: ReadonlySet<string>
  readonly kept: ReadonlySet<string>
}
export type Orders = ReadonlyMap<string, ListIndexes>

/** What indexes serve a list of the register as the caller looks at it: the past has none that keeps an order. */
export const indexesOf = ({ kit, asOf }: Pick<Ctx, 'kit' | 'asOf'>, reg: AnyRegister): ListIndexes | undefined => (asOf === null ? kit.orders.get(reg.table) : undefined)

/** The part of a register that a query keeps within, of which an index keeps this order; there every record that is looked at counts. */
export const partWithin = (indexes: ListIndexes | undefined, column: string, filter: Readonly<Record<string, string | readonly string[]>>): string | null => {
  for (const part of indexes?.parts ?? []) {
    if (!part.kept.has(column)) continue
    const key = Object.keys(filter).find((name) => snake(name) === part.column)
    if (key !== undefined && [filter[key]!].flat().every((value) => part.values.has(value))) return key
  }
  return null
}

interface IndexRow {
  readonly name: string
  readonly columns: readonly string[]
  readonly keys: number
  readonly predicate: string | null
}
const ofActive = '(archived_at IS NULL)'

/** What of the active records an index holds, where that is those with certain values of one column. */
const partOf = (predicate: string): { column: string; values: string[] } | null => {
  const found = /^\(\(archived_at IS NULL\) AND \((\w+) = (?:ANY \(ARRAY\[(.*)\]\)|('.*'::text))\)\)$/.exec(predicate)
  return found === null ? null : { column: found[1]!, values: [...(found[2] ?? found[3]!).matchAll(/'((?:[^']|'')*)'::text/g)].map(([, value]) => value!.replaceAll("''", "'")) }
}

/** Asks the database itself, so that a migration that makes or drops an index needs no word of it elsewhere. One statement. */
export const readOrders = async (pool: pg.Pool): Promise<Orders> => {
  const { rows } = await pool.query<IndexRow>(`
    select t.relname as name, i.indnkeyatts as keys, array_agg(coalesce(c.attname::text, '') order by k.place) as columns, pg_get_expr(i.indpred, t.oid) as predicate
    from pg_index i
    join pg_class t on t.oid = i.indrelid and t.relnamespace = current_schema()::regnamespace
    cross join unnest(i.indkey::int2[]) with ordinality k (attnum, place)
    left join pg_attribute c on c.attrelid = t.oid and c.attnum = k.attnum
    where i.indisvalid
    group by i.indexrelid, t.relname, t.oid, i.indnkeyatts, i.indpred`)
  const known = new Map<string, { kept: Set<string>; held: Set<string>; parts: Map<string, { column: string; values: Set<string>; kept: Set<string> }> }>()
  for (const { name, columns, keys, predicate } of rows) {
    const [first, second, third] = columns
    if (first !== 'org_id') continue
    const { kept, held, parts } = known.get(name) ?? known.set(name, { kept: new Set(), held: new Set(), parts: new Map() }).get(name)!
    const keeps = keys === 3 && third === 'id'
    if (predicate === null || predicate === ofActive) {
      if (keeps) kept.add(second!)
      if (keys === 2 && second === 'id') for (const column of columns.slice(1)) held.add(column)
    } else if (keeps) {
      const found = partOf(predicate)
      if (found === null) continue
      const part = parts.get(predicate) ?? { column: found.column, values: new Set(found.values), kept: new Set<string>() }
      part.kept.add(second!)
      parts.set(predicate, part)
    }
  }
  return new Map([...known].map(([name, { parts, ...own }]) => [name, { ...own, parts: [...parts.values()] }]))
}
