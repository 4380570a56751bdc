import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { DatabaseError } from './errors.ts'
import { LOCK, LOCK_CLASS } from './locks.ts'

/** What a process does; `all` is web and worker in one. */
export type InstanceRole = 'web' | 'worker' | 'all'

/** A claimed role: as long as it stands, no other instance has it. */
export interface Claim {
  /** Gives the role back. */
  release(): Promise<void>
}

/** What `claimRole` needs to know. */
export interface ClaimOptions {
  /** URL as from `startEmbedded` or `connectExternal`. */
  readonly url: string
  readonly role: InstanceRole
  /** Called once when the connection that carries the claim is lost: from then on another instance may have the role. */
  readonly onLost: (reason: string) => void
  /** How often the connection is tried, in ms; it counts as lost after two of these without an answer. Default 10,000. */
  readonly heartbeatMs?: number
}

/** Time for the server to notice that a killed predecessor is gone. */
const PATIENCE_MS = 1_000

/**
 * Claims a role on a database: a session advisory lock on a connection of its own.
 * @throws DatabaseError `role-taken`, naming the process that has it
 */
export async function claimRole({ url, role, onLost, heartbeatMs = 10_000 }: ClaimOptions): Promise<Claim> {
  const client = new Client({
    connectionString: url,
    application_name: `heng ${role} ${process.pid}@${hostname()}`.slice(0, 63),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  let open = true
  let firstError: string | undefined
  client.on('error', (error) => {
    // What follows the first complaint only says that the connection is gone.
    firstError ??= error.message
  })
  const lost = (reason: string) => {
    if (!open) return
    open = false
    clearInterval(heartbeat)
    onLost(reason)
  }
  let heartbeat: NodeJS.Timeout | undefined
  await client.connect()
  const keys = role === 'all' ? [LOCK.web, LOCK.worker] : [LOCK[role]]
  for (const deadline = Date.now() + PATIENCE_MS; !(await takeAll(client, keys)); await sleep(100)) {
    if (Date.now() < deadline) continue
    const holder = await describeHolder(client, keys)
    await client.end()
    throw taken(role, holder)
  }
  client.on('end', () => lost(firstError ?? 'the connection ended'))
  // Questions are counted, not time: a machine that slept has missed no answer.
  let unanswered = 0
  heartbeat = setInterval(() => {
    if (unanswered >= 2) {
      lost('the database does not answer')
      return void client.end().catch(() => undefined)
    }
    unanswered += 1
    client.query('select').then(
      () => (unanswered = 0),
      () => undefined,
    )
  }, heartbeatMs)
  heartbeat.unref()
  return {
    async release() {
      open = false
      clearInterval(heartbeat)
      await client.end()
    },
  }
}

async function takeAll(client: Client, keys: readonly number[]): Promise<boolean> {
  const { rows } = await client.query<{ key: number; taken: boolean }>(
    'select key, pg_try_advisory_lock($1, key) as taken from unnest($2::int[]) key',
    [LOCK_CLASS, keys],
  )
  if (rows.every((row) => row.taken)) return true
  for (const { key, taken } of rows) if (taken) await client.query('select pg_advisory_unlock($1, $2)', [LOCK_CLASS, key])
  return false
}

async function describeHolder(client: Client, keys: readonly number[]): Promise<{ name: string; since: string }> {
  const { rows } = await client.query<{ name: string; since: string }>(
    `select coalesce(nullif(a.application_name, ''), 'process ' || l.pid) as name,
            to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"') as since
       from pg_locks l left join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objid = any($2::int[]::oid[])
        and l.database = (select oid from pg_database where datname = current_database())
      limit 1`,
    [LOCK_CLASS, keys],
  )
  return { name: rows[0]?.name ?? '?', since: rows[0]?.since ?? '?' }
}

function taken(role: InstanceRole, holder: { name: string; since: string }): DatabaseError {
  return new DatabaseError('role-taken', {
    en: `Another Heng already runs as "${role}" on this data: ${holder.name}, since ${holder.since}. Stop it first, or name another data folder in HENG_DATA.`,
    zh: `已有另一个 Heng 以 "${role}" 角色使用此数据：${holder.name}，始于 ${holder.since}。请先停止它，或在 HENG_DATA 中指定其他数据文件夹。`,
  })
}
