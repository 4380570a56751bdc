import { escapeIdentifier } from 'pg'
import type { ClientBase } from 'pg'
import type { Column } from './format.ts'

/** A set of rows that a backup carries: how to read it in a stable order and how to put it back. */
export interface Source {
  /** `schema.table`; names the entries and the errors. */
  readonly name: string
  /** Quoted name of the table; undefined for jobs, which are none. */
  readonly table: string | undefined
  readonly columns: readonly Column[]
  /** Selects every column as text, ordered by what survives a restore. */
  readonly select: string
  /** Takes one text array per column. */
  readonly insert: string
  /** What the rows are read from and ordered by; undefined for jobs. */
  readonly from?: string
  readonly orderBy?: string
}

interface TableRow {
  schema: string
  table: string
  partitioned: boolean
  columns: Column[]
  /** Primary key, in its order; empty when there is none. */
  key: { name: string; collated: boolean }[]
}

// Partitions go through their root; tables of extensions are the extension's; generated columns are computed anew.
const TABLES = `
  select n.nspname as schema, c.relname as table, c.relkind = 'p' as partitioned,
         coalesce((select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
            from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns,
         coalesce((select json_agg(json_build_object('name', a.attname, 'collated', a.attcollation <> 0) order by k.place)
            from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k (attnum, place)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
           where i.indrelid = c.oid and i.indisprimary), '[]') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
     and c.relname <> 'heng_migration'
     and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
   order by n.nspname collate "C", c.relname collate "C"`

/** The tables of the schemas, without the list of migrations (which the head carries) and without tables that have no column. */
export async function tableSources(client: ClientBase, schemas: readonly string[]): Promise<Source[]> {
  const { rows } = await client.query<TableRow>(TABLES, [schemas])
  return rows.filter(({ columns }) => columns.length > 0).map(tableSource)
}

/** A source with its columns in the order of a backup: databases that came to the same schema by other steps may have another order. */
export function inOrderOf(source: Source, columns: readonly Column[]): Source {
  const { table, name, orderBy } = source
  if (table === undefined || orderBy === undefined) return source
  return sourceOf({ name, table, columns, orderBy, from: source.from ?? table })
}

function tableSource({ schema, table, partitioned, columns, key }: TableRow): Source {
  const name = `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`
  const quoted = columns.map((column) => escapeIdentifier(column.name))
  const order =
    key.length > 0
      ? key.map((column) => `${escapeIdentifier(column.name)}${column.collated ? ' collate "C"' : ''}`)
      : quoted.map((column) => `${column}::text collate "C"`)
  return sourceOf({ name: `${schema}.${table}`, table: name, columns, orderBy: order.join(', '), from: `${partitioned ? '' : 'only '}${name}` })
}

function sourceOf({ name, table, columns, orderBy, from }: { name: string; table: string; columns: readonly Column[]; orderBy: string; from: string }): Source {
  const quoted = columns.map((column) => escapeIdentifier(column.name))
  return {
    name,
    table,
    columns,
    orderBy,
    from,
    select: `select ${quoted.map((column) => `${column}::text`).join(', ')} from ${from} order by ${orderBy}`,
    insert: `insert into ${table} (${quoted.join(', ')}) overriding system value select ${columns.map((column, at) => `c${at + 1}::${column.type}`).join(', ')} from ${arraysAsRows(columns)}`,
  }
}

const JOB_COLUMNS: Column[] = [
  { name: 'identifier', type: 'text' },
  { name: 'payload', type: 'json' },
  { name: 'queue_name', type: 'text' },
  { name: 'run_at', type: 'timestamp with time zone' },
  { name: 'max_attempts', type: 'integer' },
  { name: 'job_key', type: 'text' },
  { name: 'priority', type: 'integer' },
  { name: 'flags', type: 'text[]' },
]

/** Name under which pending jobs travel; it is no table, because the worker's tables are its own affair. */
export const JOBS = 'graphile_worker.jobs'

/**
 * Jobs that would still run, waiting or at work: restored as new ones through the worker's `add_job`. Attempts so far, last error,
 * locks and the worker's memory of its time table are not carried. Undefined where the worker has not made its schema.
 */
export async function jobSource(client: ClientBase): Promise<Source | undefined> {
  const { rows } = await client.query<{ present: boolean }>("select to_regclass('graphile_worker._private_jobs') is not null as present")
  if (rows[0]?.present !== true) return undefined
  return {
    name: JOBS,
    table: undefined,
    columns: JOB_COLUMNS,
    select: `
      select identifier, payload, queue_name, run_at::text, max_attempts::text, key, priority::text, flags from (
        select t.identifier, j.payload::text as payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority, j.id,
               (select array_agg(flag order by flag collate "C")::text from jsonb_object_keys(j.flags) flag) as flags
          from graphile_worker._private_jobs j
          join graphile_worker._private_tasks t on t.id = j.task_id
          left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
         where j.attempts < j.max_attempts) pending
       order by run_at, priority, identifier collate "C", queue_name collate "C", key collate "C", payload collate "C", max_attempts, flags collate "C"`,
    insert: `select graphile_worker.add_job(${JOB_COLUMNS.map((column, at) => `${column.name} => c${at + 1}::${column.type}`).join(', ')}) from ${arraysAsRows(JOB_COLUMNS)}`,
  }
}

function arraysAsRows(columns: readonly Column[]): string {
  const places = columns.map((_, at) => `$${at + 1}::text[]`).join(', ')
  const names = columns.map((_, at) => `c${at + 1}`).join(', ')
  return `unnest(${places}) as r (${names})`
}
