import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { connectExternal, startEmbedded, type RunningDatabase } from '@heng/database'
import pg from 'pg'
import type { Setting } from './io.ts'
import { fill } from './texts.ts'

/** Where this installation keeps its data: HENG_DATA, and DATABASE_URL where the records are elsewhere. */
export interface Installation {
  readonly dataDir: string
  readonly filesDir: string
  readonly secretFile: string
  readonly databaseUrl: string | undefined
  /** Whether there is a database to speak of; a new one is not made by looking. */
  readonly exists: boolean
}

export const installationOf = (env: Readonly<Record<string, string | undefined>>): Installation => {
  const dataDir = resolve(env['HENG_DATA'] || './data')
  const databaseUrl = env['DATABASE_URL'] || undefined
  return {
    dataDir, databaseUrl,
    filesDir: join(dataDir, 'files'),
    secretFile: join(dataDir, 'secret'),
    exists: databaseUrl !== undefined || existsSync(join(dataDir, 'postgres')),
  }
}

/** Opens the database for `work`, starting the embedded one if it does not run, and leaves it as it was found. */
export const withDatabase = async <T>(
  { io, t }: Setting, { dataDir, databaseUrl }: Installation, work: (pool: pg.Pool, database: RunningDatabase) => Promise<T>,
): Promise<T> => {
  const database = databaseUrl === undefined
    ? await startEmbedded({ dataDir, log: (line) => io.err(`${fill(t.done.progress, { line })}\n`) })
    : await connectExternal(databaseUrl)
  const pool = new pg.Pool({ connectionString: database.url, max: 4, application_name: 'heng cli' })
  pool.on('error', () => undefined)
  try {
    return await work(pool, database)
  } finally {
    await pool.end()
    await database.stop()
  }
}
