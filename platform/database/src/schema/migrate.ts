import type { ClientBase, Pool, PoolClient } from 'pg'
import { DatabaseError, errorCode, errorText } from '../errors.ts'
import { LOCK, LOCK_CLASS } from '../locks.ts'
import { checksumOf, inOrder, pending } from './migration.ts'
import type { AppliedMigration, Migration } from './migration.ts'

const TABLE = `
  create table if not exists public.heng_migration (
    module text not null,
    id text not null,
    checksum text not null,
    applied_at timestamptz not null default now(),
    ms integer not null,
    by_version text not null,
    primary key (module, id)
  )`

const LIST = 'select module, id, checksum from public.heng_migration order by module collate "C", id collate "C"'

/** What the run did. */
export interface MigrationRun {
  /** Names (`module/id`) of the steps applied now. */
  readonly applied: readonly string[]
  readonly ms: number
}

/** What follows from the whole schema: it goes before the first missing step and is made again after the last, in a transaction. */
export interface Dependent {
  readonly isCurrent: (pool: Pick<Pool, 'query'>) => Promise<boolean>
  readonly suspend: (client: ClientBase) => Promise<void>
  readonly resume: (client: ClientBase) => Promise<void>
}

/**
 * Brings the schema up to the code: each missing step in a transaction of its own, one process at a time. One query when there is
 * nothing to do.
 * @param version of the product, noted beside each step
 * @throws DatabaseError `schema-newer`, `migration-changed`, `migration-order`, `migration-failed` (that step is rolled back, earlier ones stay)
 */
export async function migrate(pool: Pool, migrations: readonly Migration[], version: string, dependent?: Dependent): Promise<MigrationRun> {
  const began = performance.now()
  const ordered = inOrder(migrations)
  const applied: string[] = []
  if (pending(ordered, await appliedMigrations(pool)).length > 0 || (await dependent?.isCurrent(pool)) === false) {
    const client = await pool.connect()
    try {
      await client.query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, LOCK.migrate])
      await client.query(TABLE)
      // Read again: another process may have migrated while we waited for the lock.
      const missing = pending(ordered, await appliedMigrations(client))
      if (missing.length > 0) await dependent?.suspend(client)
      for (const migration of missing) {
        await applyOne(client, migration, version)
        applied.push(`${migration.module}/${migration.id}`)
      }
      if (dependent !== undefined) await makeAgain(client, dependent)
    } finally {
      await client.query('select pg_advisory_unlock($1, $2)', [LOCK_CLASS, LOCK.migrate]).catch(() => undefined)
      client.release()
    }
  }
  return { applied, ms: Math.round(performance.now() - began) }
}

async function makeAgain(client: PoolClient, dependent: Dependent): Promise<void> {
  if (await dependent.isCurrent(client)) return
  try {
    await client.query('begin')
    await dependent.suspend(client)
    await dependent.resume(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new DatabaseError(
      'migration-failed',
      {
        en: `What follows from the schema could not be made: ${errorText(error)}`,
        zh: `无法建立依赖于数据库结构的对象：${errorText(error)}`,
      },
      error,
    )
  }
}

/** The steps this database has, in the order of module and id; none when it was never migrated. Not within a transaction. */
export async function appliedMigrations(db: Pick<Pool, 'query'>): Promise<AppliedMigration[]> {
  try {
    return (await db.query<AppliedMigration>(LIST)).rows
  } catch (error) {
    if (errorCode(error) === '42P01') return []
    throw error
  }
}

/** As `appliedMigrations`, within a transaction, which a missing table would otherwise abort. */
export async function appliedWithin(client: ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ present: boolean }>("select to_regclass('public.heng_migration') is not null as present")
  return rows[0]?.present === true ? (await client.query<AppliedMigration>(LIST)).rows : []
}

async function applyOne(client: PoolClient, migration: Migration, version: string): Promise<void> {
  const began = performance.now()
  try {
    await client.query('begin')
    await (typeof migration.sql === 'string' ? client.query(migration.sql) : migration.sql(client))
    const ms = Math.round(performance.now() - began)
    await client.query('insert into public.heng_migration (module, id, checksum, ms, by_version) values ($1, $2, $3, $4, $5)', [
      migration.module,
      migration.id,
      checksumOf(migration),
      ms,
      version,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    const name = `${migration.module}/${migration.id}`
    throw new DatabaseError(
      'migration-failed',
      {
        en: `Migration ${name} failed and was rolled back: ${errorText(error)}${lineOf(migration, error)}`,
        zh: `迁移 ${name} 失败并已回滚：${errorText(error)}${lineOf(migration, error)}`,
      },
      error,
    )
  }
}

// PostgreSQL counts characters of the whole text from 1.
function lineOf(migration: Migration, error: unknown): string {
  if (typeof migration.sql !== 'string' || typeof error !== 'object' || error === null || !('position' in error)) return ''
  return ` (line ${migration.sql.slice(0, Number(error.position)).split('\n').length})`
}
