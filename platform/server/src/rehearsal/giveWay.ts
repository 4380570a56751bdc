import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Tx } from '../db/pool.ts'
import type { Kit } from '../kit.ts'

/** Thrown when others write the same records: what was under way was broken off, and may be tried again. */
export class GaveWay extends Error {
  constructor(cause?: unknown) {
    super('gave way to others', { cause })
    this.name = 'GaveWay'
  }
}

/** How often is looked whether somebody waits, and so about how long they have to; milliseconds. */
const lookEvery = 100

// PostgreSQL: serialization_failure, deadlock_detected, lock_not_available.
const contention = new Set(['40001', '40P01', '55P03'])

/**
 * Runs `work`, which locks rows in `tx`, and breaks it off as soon as anybody waits for them: whoever writes in earnest comes first. Throws
 * `GaveWay`, then or when `work` itself met others; the transaction is of no more use and must be rolled back.
 */
export const givingWay = async <T>(kit: Pick<Kit, 'db'>, tx: Tx, work: () => Promise<T>): Promise<T> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid, set_config('lock_timeout', '2000', true)`.execute(tx)
  const { pid } = rows[0]!
  const over = new AbortController()
  let isInTheWay = false
  const watch = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await pause(lookEvery, undefined, { signal: over.signal }).catch(() => undefined)
      if (over.signal.aborted) return
      // A cancel that comes between two statements is lost; the next look sends another.
      const { rows: found } = await sql<{ cancelled: boolean }>`select pg_cancel_backend(${pid}) as cancelled
        where exists (select 1 from pg_stat_activity a where a.wait_event_type = 'Lock' and ${pid} = any(pg_blocking_pids(a.pid)))`.execute(kit.db)
      if (found.length > 0) isInTheWay = true
    }
  }
  const watching = watch().catch(() => undefined)
  try {
    return await work()
  } catch (error) {
    throw isInTheWay || contention.has((error as { code?: string } | null)?.code ?? '') ? new GaveWay(error) : error
  } finally {
    over.abort()
    await watching
    // A cancel still under way must hit this and not a statement of whoever has the connection next.
    await sql`select 1`.execute(tx).catch(() => undefined)
  }
}
