import type { ClientBase } from 'pg'

export interface ColumnShape {
  readonly name: string
  /** With its collation. */
  readonly type: string
  /** What a new column of old rows is filled with; null where it may stay empty. */
  readonly filler: string | null
}

/** A table whose past is kept, as the database has it. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly ColumnShape[]
  /** The primary key without the organisation. */
  readonly key: readonly string[]
  /** Columns by which lists look through the table, of the narrow index that holds them; empty where there is none. */
  readonly narrow: readonly string[]
  /** Columns of the table of its past so far; null before there is one. */
  readonly kept: readonly ColumnShape[] | null
  /** Whether the table says already since when its rows stand. */
  readonly dated: boolean
}

const COLUMNS = `
  select n.nspname as schema, c.relname as name,
    json_agg(json_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod) || case when a.attcollation <> t.typcollation then ' collate ' || quote_ident(l.collname) else '' end,
      'filler', case when a.attnotnull and a.attidentity = '' and a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end) order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid left join pg_collation l on l.oid = a.attcollation left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname in ('public', 'past') and c.relname = any($1) and c.relkind = 'r'
  group by 1, 2`

const INDEXES = `
  select c.relname as name, i.indisprimary as is_key, array_agg(a.attname::text order by k.place) filter (where k.place > 2 or i.indisprimary) as columns
  from pg_index i join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
  cross join unnest(i.indkey::int2[]) with ordinality k (attnum, place) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
  where c.relname = any($1) and i.indisvalid and (i.indisprimary or (i.indnkeyatts = 2 and i.indnatts > 2))
  group by i.indexrelid, c.relname, i.indisprimary`

/** Reads how the named tables and those of their past look. Two statements. */
export const readShapes = async (client: Pick<ClientBase, 'query'>, names: readonly string[]): Promise<TableShape[]> => {
  const { rows: tables } = await client.query<{ schema: string; name: string; columns: ColumnShape[] }>(COLUMNS, [names])
  const { rows: indexes } = await client.query<{ name: string; is_key: boolean; columns: string[] | null }>(INDEXES, [names])
  return names.map((name): TableShape => {
    const columns = tables.find((t) => t.schema === 'public' && t.name === name)?.columns
    if (columns === undefined) throw new Error(`there is no table "${name}" whose past could be kept`)
    const key = indexes.find((i) => i.name === name && i.is_key)?.columns?.filter((column) => column !== 'org_id')
    if (key === undefined || key.length === 0) throw new Error(`table "${name}" needs a primary key, or its past cannot be told apart`)
    return {
      name, key,
      columns: columns.filter((column) => column.name !== 'valid_from'),
      narrow: (indexes.find((i) => i.name === name && !i.is_key)?.columns ?? []).filter((column) => column !== 'valid_from'),
      kept: tables.find((t) => t.schema === 'past' && t.name === name)?.columns ?? null,
      dated: columns.some((column) => column.name === 'valid_from'),
    }
  })
}
