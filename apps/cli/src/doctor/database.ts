import { appliedMigrations } from '@heng/database'
import type pg from 'pg'
import { withDatabase, type Installation } from '../installation.ts'
import type { Setting } from '../io.ts'
import { fill, sizeText } from '../texts.ts'
import { ok, warning, failed, type Finding } from './finding.ts'

export const checkDatabase = async (setting: Setting, place: Installation): Promise<Finding[]> => {
  const { t } = setting
  if (!place.exists) return [warning(t.doctor.databaseNone)]
  return withDatabase(setting, place, async (pool, { version }) => {
    const { rows } = await pool.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes')
    return [
      ok(fill(t.doctor.database, { version, size: sizeText(Number(rows[0]!.bytes)) })),
      await schemaOf(setting, pool),
      await rolesOf(setting, pool),
      ...(await troubleOf(setting, pool)),
    ]
  })
}

const schemaOf = async ({ t }: Setting, pool: pg.Pool): Promise<Finding> => {
  const { steps } = await import('../schema.ts')
  const known = new Set(steps().map(({ module, id }) => `${module}/${id}`))
  const applied = (await appliedMigrations(pool)).map(({ module, id }) => `${module}/${id}`)
  const newer = applied.find((name) => !known.has(name))
  if (newer !== undefined) return failed(fill(t.doctor.schemaNewer, { name: newer }))
  const behind = known.size - applied.length
  return behind > 0 ? warning(fill(t.doctor.schemaBehind, { count: behind })) : ok(fill(t.doctor.schema, { count: applied.length }))
}

const rolesOf = async ({ t }: Setting, pool: pg.Pool): Promise<Finding> => {
  const { rows } = await pool.query<{ name: string }>(`select application_name as name from pg_stat_activity
    where datname = current_database() and application_name ~ '^heng (all|web|worker) ' order by 1`)
  return rows.length === 0 ? warning(t.doctor.rolesNone) : ok(fill(t.doctor.roles, { names: rows.map(({ name }) => name).join(', ') }))
}

const troubleOf = async ({ t }: Setting, pool: pg.Pool): Promise<Finding[]> => {
  const { rows: there } = await pool.query<{ job: boolean }>("select to_regclass('public.job') is not null and to_regclass('graphile_worker._private_jobs') is not null as job")
  if (there[0]?.job !== true) return []
  const { rows } = await pool.query<{ failed: string; given: string }>(`select (select count(*) from job where state = 'failed') as failed,
    (select count(*) from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null) as given`)
  const { failed: jobs, given } = rows[0]!
  return [Number(jobs) + Number(given) === 0 ? ok(t.doctor.jobsNone) : warning(fill(t.doctor.jobs, { failed: jobs, given }))]
}
