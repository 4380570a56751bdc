import type { ClientBase } from 'pg'
import { DatabaseError } from '../errors.ts'
import { LOCK, LOCK_CLASS } from '../locks.ts'
import { appliedWithin } from '../schema/migrate.ts'
import { inOrderOf, JOBS } from './source.ts'
import type { Head } from './format.ts'
import type { Source } from './source.ts'

/** @throws DatabaseError `restore-refused` while an instance of the product runs on the database */
export async function mustBeIdle(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(
    'select pg_try_advisory_xact_lock($1, $2) and pg_try_advisory_xact_lock($1, $3) as free',
    [LOCK_CLASS, LOCK.web, LOCK.worker],
  )
  if (rows[0]?.free !== true) throw refused('Heng is running on this database, stop it first', '此数据库上有 Heng 正在运行，请先停止')
}

/** @throws DatabaseError `restore-refused` unless the database has exactly the migrations of the backup */
export async function mustBeMigrated(client: ClientBase, head: Head): Promise<void> {
  const here = new Map((await appliedWithin(client)).map(({ module, id, checksum }) => [`${module}/${id}`, checksum]))
  for (const { module, id, checksum } of head.migrations) {
    const name = `${module}/${id}`
    const own = here.get(name)
    if (own === undefined)
      throw refused(
        `the backup was written by Heng ${head.product} with migration ${name}, which this database lacks`,
        `备份由 Heng ${head.product} 生成，含迁移 ${name}，而此数据库没有`,
      )
    if (own !== checksum)
      throw refused(
        `migration ${name} differs between the backup (Heng ${head.product}) and this database`,
        `迁移 ${name} 在备份（Heng ${head.product}）与此数据库之间不一致`,
      )
    here.delete(name)
  }
  const [extra] = here.keys()
  if (extra !== undefined)
    throw refused(
      `this database has migration ${extra}, which the backup (Heng ${head.product}) lacks: restore with that version, then upgrade`,
      `此数据库含迁移 ${extra}，而备份（Heng ${head.product}）没有：请用该版本恢复后再升级`,
    )
}

/**
 * Matches the backup's tables with those here, by name, columns and types, whatever their order.
 * @returns the sources by name, their columns in the order of the backup
 * @throws DatabaseError `restore-refused` on a difference
 */
export function matchTables(head: Head, sources: readonly Source[]): Map<string, Source> {
  const here = new Map(sources.map((source) => [source.name, source]))
  for (const { name, columns } of head.tables) {
    const source = here.get(name)
    if (source === undefined) {
      if (name === JOBS)
        throw refused(
          'the backup carries jobs, but the worker has not prepared this database yet',
          '备份含有任务，但此数据库尚未由 worker 初始化',
        )
      throw refused(`this database has no table ${name}`, `此数据库没有表 ${name}`)
    }
    const text = (list: Source['columns']) => list.map((column) => `${column.name} ${column.type}`).join(', ')
    const sorted = (list: Source['columns']) => text(list.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    if (sorted(columns) !== sorted(source.columns))
      throw refused(
        `table ${name} has (${text(source.columns)}) here and (${text(columns)}) in the backup`,
        `表 ${name} 在此为（${text(source.columns)}），在备份中为（${text(columns)}）`,
      )
  }
  for (const { name, columns } of head.tables) here.set(name, inOrderOf(here.get(name)!, columns))
  const extra = sources.find(({ name }) => name !== JOBS && !head.tables.some((table) => table.name === name))
  if (extra !== undefined) throw refused(`table ${extra.name} is not in the backup`, `备份中没有表 ${extra.name}`)
  return here
}

/**
 * Rows that migrations put there (they bear the transaction of their migration) do not count.
 * @throws DatabaseError `restore-refused` when a table holds any other row, or a job waits
 */
export async function mustBeEmpty(client: ClientBase, sources: readonly Source[]): Promise<void> {
  for (const { name, table, select } of sources) {
    const others =
      table === undefined
        ? `${select} limit 1`
        : `select from ${table} where xmin::text <> all (select xmin::text from public.heng_migration)`
    const { rows } = await client.query<{ used: boolean }>(`select exists (${others}) as used`)
    if (rows[0]?.used !== false)
      throw refused(
        `table ${name} is not empty; name a new data folder in HENG_DATA or an empty database, or have everything here replaced (--replace)`,
        `表 ${name} 不为空；请在 HENG_DATA 中指定新的数据文件夹或使用空数据库，或用 --replace 覆盖此处的全部数据`,
      )
  }
}

/** Removes every row of the tables, and every task of the worker. */
export async function empty(client: ClientBase, sources: readonly Source[]): Promise<void> {
  if (sources.some(({ name }) => name === JOBS)) {
    await client.query('delete from graphile_worker._private_jobs')
    await client.query('delete from graphile_worker._private_job_queues')
  }
  const tables = sources.flatMap(({ table }) => table ?? [])
  if (tables.length > 0) await client.query(`truncate ${tables.join(', ')}`)
}

/** Fills the materialized views of the schemas, in the order of their making (a view may read an earlier one). */
export async function refreshViews(client: ClientBase, schemas: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ view: string }>(
    `select c.oid::regclass::text as view from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'm' and n.nspname = any($1) order by c.oid`,
    [schemas],
  )
  for (const { view } of rows) await client.query(`refresh materialized view ${view}`)
}

function refused(en: string, zh: string): DatabaseError {
  return new DatabaseError('restore-refused', { en: `Cannot restore: ${en}.`, zh: `无法恢复：${zh}。` })
}
