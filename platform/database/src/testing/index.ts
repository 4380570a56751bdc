import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Pool } from 'pg'
import { startEmbedded } from '../embedded/start.ts'
import { connectExternal } from '../external.ts'
import type { RunningDatabase } from '../embedded/start.ts'
import { LOCK_CLASS } from '../locks.ts'
import { isAlive } from '../embedded/pidfile.ts'

/** A database that test databases are copied from: built once per key, kept between runs. */
export interface TestTemplate {
  /** Short name, lower-case letters, digits and underscores: a new key replaces the template of the same label. */
  readonly label: string
  /** Changes whenever `build` would make something else, such as a hash of the migrations; lower-case letters and digits, at most 32. */
  readonly key: string
  readonly build: (pool: Pool) => Promise<void>
}

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly url: string
  readonly pool: Pool
  /** Ends the pool and removes the database; the last one in the last process stops the server. */
  drop(): Promise<void>
}

const TEMPLATE_LOCK = 100
let counter = 0
let users = 0
let server: Promise<RunningDatabase> | undefined

/** The data folder of the test server: HENG_TEST_PG, or one per user in the temporary folder. */
export function testDataDir(): string {
  return process.env['HENG_TEST_PG'] ?? join(tmpdir(), `heng-test-pg-${process.getuid?.() ?? 0}`)
}

/**
 * Starts or adopts the test server, which trades safety for speed. Hold it in a global setup, so that it is not started per file.
 * HENG_TEST_DATABASE names another server instead (the address of any database of it, as a role with CREATEDB and CREATEROLE).
 */
export async function startTestServer(): Promise<RunningDatabase> {
  const other = process.env['HENG_TEST_DATABASE']
  if (other !== undefined && other !== '') return await connectExternal(other)
  return await startEmbedded({ dataDir: testDataDir(), durable: false, drainMs: 500 })
}

/**
 * Makes an empty database, or a copy of a template (some 40 ms), on the shared test server.
 * Call in `beforeAll` and `drop` in `afterAll`.
 */
export async function createTestDatabase(template?: TestTemplate): Promise<TestDatabase> {
  users++
  server ??= startTestServer()
  const running = await server
  const name = `test_${process.pid}_${Date.now().toString(36)}_${++counter}`
  await administer(running.url, async (client) => {
    if (counter === 1) await sweep(client)
    const source = template === undefined ? 'template1' : await ensureTemplate(client, running.url, template)
    await client.query(`create database ${name} template ${source}`)
  })
  const url = databaseUrl(running.url, name)
  const pool = new Pool({ connectionString: url, max: 5 })
  // The server may end idle connections at the end of a test that stops it; queries report errors of their own.
  pool.on('error', () => undefined)
  return {
    url,
    pool,
    async drop() {
      await pool.end()
      await administer(running.url, (client) => client.query(`drop database if exists ${name} with (force)`))
      if (--users > 0) return
      server = undefined
      await running.stop()
    },
  }
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

async function ensureTemplate(client: Client, url: string, { label, key, build }: TestTemplate): Promise<string> {
  if (!/^[a-z0-9_]{1,20}$/.test(label) || !/^[a-z0-9]{1,32}$/.test(key))
    throw new RangeError(`"${label}" and "${key}" do not name a template`)
  const name = `tpl_${label}_${key}`
  await client.query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, TEMPLATE_LOCK])
  const { rows } = await client.query<{ name: string; closed: boolean }>(
    "select datname as name, not datallowconn as closed from pg_database where datname ~ ('^tpl_' || $1 || '_[a-z0-9]+$')",
    [label],
  )
  if (!rows.some((row) => row.name === name && row.closed)) {
    // Older ones of the label, and a half-built one of a run that was killed.
    for (const row of rows) await client.query(`drop database if exists ${row.name} with (force)`)
    await client.query(`create database ${name}`)
    const pool = new Pool({ connectionString: databaseUrl(url, name), max: 4 })
    await build(pool).finally(() => pool.end())
    await client.query(`alter database ${name} allow_connections false`)
  }
  await client.query('select pg_advisory_unlock($1, $2)', [LOCK_CLASS, TEMPLATE_LOCK])
  return name
}

// Databases of test processes that were killed.
async function sweep(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>("select datname as name from pg_database where datname like 'test\\_%'")
  for (const { name } of rows) {
    if (!isAlive(Number(name.split('_')[1]))) await client.query(`drop database if exists ${name} with (force)`)
  }
}

async function administer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(url, 'postgres') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
