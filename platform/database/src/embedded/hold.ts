import { Client } from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { LOCK, LOCK_CLASS } from '../locks.ts'
import { errorCode } from '../errors.ts'

/**
 * A share in the running server: a shared advisory lock on a connection of its own. Web, worker and command line may use one
 * server; whoever finds on leaving that nobody else holds a share stops it.
 */
export interface Hold {
  /**
   * Gives the share back. When it was the last one, returns the connection that now holds the lock alone: newcomers wait until
   * the server is down. Undefined when others go on, or when the server is gone already.
   */
  release(): Promise<Client | undefined>
}

/** SQLSTATE 57P03: the server starts or stops; the errno names: no socket yet, or no longer. */
const NOT_NOW = new Set(['57P03', '57P01', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'])

/** True when an attempt to connect failed only because the server is not ready (any more). */
export function isNotNow(error: unknown): boolean {
  return NOT_NOW.has(errorCode(error)) || (error instanceof Error && /terminated unexpectedly/.test(error.message))
}

/**
 * Takes a share. When the connection breaks (crash recovery ends all of them) it is taken anew in the background.
 * @param url of a database that always exists
 * @returns undefined while the last user is stopping the server
 */
export async function takeHold(url: string): Promise<Hold | undefined> {
  let released = false
  let client = await shareLock(url)
  if (client === undefined) return undefined
  const watch = (current: Client) => current.once('end', () => void retake())
  const retake = async () => {
    while (!released) {
      await sleep(300, undefined, { ref: false })
      const next = await shareLock(url).catch(() => undefined)
      if (next === undefined) continue
      if (released) return await next.end()
      client = next
      watch(client)
      return
    }
  }
  watch(client)
  return {
    async release() {
      released = true
      await client?.end().catch(() => undefined)
      return await lastUser(url)
    },
  }
}

async function shareLock(url: string): Promise<Client | undefined> {
  const client = await open(url)
  if (await tryLock(client, 'pg_try_advisory_lock_shared')) return client
  await client.end()
  return undefined
}

async function lastUser(url: string): Promise<Client | undefined> {
  try {
    const client = await open(url)
    if (await tryLock(client, 'pg_try_advisory_lock')) return client
    await client.end()
  } catch (error) {
    if (!isNotNow(error)) throw error
  }
  return undefined
}

async function open(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: `heng hold ${process.pid}`, connectionTimeoutMillis: 10_000 })
  // An error of an idle connection is followed by its end, which is what is acted upon.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function tryLock(client: Client, name: 'pg_try_advisory_lock' | 'pg_try_advisory_lock_shared'): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(`select pg_catalog.${name}($1, $2) as taken`, [LOCK_CLASS, LOCK.use])
  return rows[0]?.taken === true
}
