import type pg from 'pg'
import type { Ctx } from '../context.ts'
import type { AnyRegister } from './types.ts'

/** What the indexes of a register's table serve its lists with. */
export interface ListIndexes {
  /** Columns that one keeps the records of an organisation in order of: `(org_id, column, id)`. */
  readonly kept: ReadonlySet<string>
  /** Columns that one holds beside `(org_id, id)`, so that records are looked through without their rows. */
  readonly held: ReadonlySet<string>
}
export type Orders = ReadonlyMap<string, ListIndexes>

/** What indexes serve a list of the register as the caller looks at it: the past has none that keeps an order. */
export const indexesOf = ({ kit, asOf }: Pick<Ctx, 'kit' | 'asOf'>, reg: AnyRegister): ListIndexes | undefined => (asOf === null ? kit.orders.get(reg.table) : undefined)

/** Asks the database itself, so that a migration that makes or drops an index needs no word of it elsewhere. One statement. */
export const readOrders = async (pool: pg.Pool): Promise<Orders> => {
  const { rows } = await pool.query<{ name: string; columns: string[]; keys: number }>(`
    select t.relname as name, i.indnkeyatts as keys, array_agg(coalesce(c.attname::text, '') order by k.place) as columns
    from pg_index i
    join pg_class t on t.oid = i.indrelid and t.relnamespace = current_schema()::regnamespace
    cross join unnest(i.indkey::int2[]) with ordinality k (attnum, place)
    left join pg_attribute c on c.attrelid = t.oid and c.attnum = k.attnum
    where i.indisvalid and coalesce(pg_get_expr(i.indpred, t.oid), '(archived_at IS NULL)') = '(archived_at IS NULL)'
    group by i.indexrelid, t.relname, i.indnkeyatts`)
  const known = new Map<string, { kept: Set<string>; held: Set<string> }>()
  for (const { name, columns, keys } of rows) {
    const [first, second, third] = columns
    if (first !== 'org_id') continue
    const { kept, held } = known.get(name) ?? known.set(name, { kept: new Set(), held: new Set() }).get(name)!
    if (keys === 3 && third === 'id') kept.add(second!)
    if (keys === 2 && second === 'id') for (const column of columns.slice(1)) held.add(column)
  }
  return known
}
