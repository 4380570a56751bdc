import { startEmbedded } from '@heng/database'
import { createPool } from '@heng/server-kit'
import type { RunningServer } from './server.ts'

/** Lets everything that has happened in an installation have happened so many days earlier, as history and the past tell it. */
export const longAgo = async ({ dataDir }: RunningServer, days: number): Promise<void> => {
  const database = await startEmbedded({ dataDir })
  const pool = createPool(database.url, 1)
  try {
    const earlier = `interval '${days} days'`
    const { rows } = await pool.query<{ name: string }>(`select c.relname as name from pg_class c where c.relnamespace = 'past'::regnamespace and c.relkind = 'r' and c.relname not in ('erased', 'stamp')`)
    for (const { name } of rows) {
      await pool.query(`alter table public."${name}" disable trigger user`)
      await pool.query(`update public."${name}" set valid_from = valid_from - ${earlier}`)
      await pool.query(`alter table public."${name}" enable trigger user`)
      await pool.query(`update past."${name}" set valid_from = valid_from - ${earlier}, valid_to = valid_to - ${earlier}, cell = past.cell(valid_from - ${earlier}, valid_to - ${earlier})`)
    }
    await pool.query(`update past.stamp set at = at - ${earlier}`)
    await pool.query(`update history set valid_from = valid_from - ${earlier}`)
  } finally {
    await pool.end()
    await database.stop()
  }
}
