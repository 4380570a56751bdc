import type pg from 'pg'

/** Columns of each table that an index keeps the records of an organisation in order of: `(org_id, column, id)`. */
export type Orders = ReadonlyMap<string, ReadonlySet<string>>

/** Asks the database itself, so that a migration that makes or drops an index needs no word of it elsewhere. One statement. */
export const readOrders = async (pool: pg.Pool): Promise<Orders> => {
  const { rows } = await pool.query<{ name: string; columns: string[] }>(`
    select t.relname as name, array_agg(distinct c.attname::text) as columns
    from pg_index i
    join pg_class t on t.oid = i.indrelid and t.relnamespace = current_schema()::regnamespace
    join pg_attribute o on o.attrelid = t.oid and o.attnum = i.indkey[0] and o.attname = 'org_id'
    join pg_attribute c on c.attrelid = t.oid and c.attnum = i.indkey[1]
    join pg_attribute d on d.attrelid = t.oid and d.attnum = i.indkey[2] and d.attname = 'id'
    where i.indisvalid and i.indnkeyatts = 3 and coalesce(pg_get_expr(i.indpred, t.oid), '(archived_at IS NULL)') = '(archived_at IS NULL)'
    group by t.relname`)
  return new Map(rows.map(({ name, columns }) => [name, new Set(columns)]))
}
