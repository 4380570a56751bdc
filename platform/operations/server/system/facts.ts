import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { lastBackup } from './backup.ts'
import { dataFolder } from './folders.ts'
import { version } from './version.ts'

const startedAt = new Date(Date.now() - process.uptime() * 1_000).toISOString()

interface Server {
  readonly version: string
  readonly bytes: number
  readonly connections: number
  readonly started_at: string
  readonly processes: { readonly name: string; readonly since: string }[]
}

// Facts about the installation, not about an organisation: asked with the owner's rights.
const database = async ({ kit }: Ctx): Promise<Server> => {
  const { rows } = await sql<Server>`select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*) from pg_stat_activity where datname = current_database()) as connections, pg_postmaster_start_time() as started_at,
      coalesce((select json_agg(json_build_object('name', application_name, 'since', to_char(backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by backend_start)
        from pg_stat_activity where datname = current_database() and application_name ~ '^heng (all|web|worker) '), '[]'::json) as processes`.execute(kit.db)
  return rows[0]!
}

const migrations = async ({ kit }: Ctx) => {
  const { rows } = await sql<{ module: string; id: string; at: string; by_version: string }>`select module, id, applied_at as at, by_version
    from heng_migration order by applied_at, module, id`.execute(kit.db)
  return rows.map(({ module, id, at, by_version }) => ({ module, id, appliedAt: at, version: by_version }))
}

interface Delivery {
  readonly at: string
  readonly recipient: string
  readonly template: string
  readonly code: string | null
}

const mail = async (ctx: Ctx) => {
  const { smtpUrl, mailFrom } = ctx.kit.config
  const server = smtpUrl === undefined ? null : new URL(smtpUrl).host
  const { rows: sent } = await sql<{ at: string | null }>`select max(at) as at from mail_delivery where org_id = ${ctx.org.id} and state = 'sent'`.execute(ctx.tx)
  const { rows: refused } = await sql<Delivery>`select at, recipient, template, code from mail_delivery
    where org_id = ${ctx.org.id} and state = 'refused' order by at desc limit 10`.execute(ctx.tx)
  return { configured: smtpUrl !== undefined, server, from: smtpUrl === undefined ? null : mailFrom, lastSentAt: sent[0]?.at ?? null, refused }
}

/** What whoever looks after the installation wants to know; five statements and a look at the data folder. */
export const facts = async (ctx: Ctx) => {
  const { config } = ctx.kit
  const [server, steps, data, backup] = await Promise.all([database(ctx), migrations(ctx), dataFolder(config.dataDir), lastBackup(config.dataDir)])
  return {
    version, node: process.version, platform: `${process.platform} ${process.arch}`, startedAt, role: config.role,
    memoryBytes: process.memoryUsage().rss,
    database: {
      version: server.version, bytes: server.bytes, embedded: config.databaseUrl === undefined, connections: server.connections, startedAt: server.started_at,
    },
    processes: server.processes.map(({ name, since }) => {
      const [, role = '', ...where] = name.split(' ')
      return { role: role as 'all', name: where.join(' '), since }
    }),
    data: { ...data, folders: [...data.folders] },
    migrations: steps,
    mail: await mail(ctx),
    backup,
  }
}
