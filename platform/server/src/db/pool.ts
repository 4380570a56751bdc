import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { watchSending } from './meanwhile.ts'
import type { PlatformTables } from './tables.ts'

export type Db = Kysely<PlatformTables>
export type Tx = Transaction<PlatformTables>

// Dates stay days, instants become ISO text, counts become numbers: rows leave as the contract says.
const { builtins } = pg.types
const types = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
])
const typeConfig = {
  getTypeParser: (oid: number, format?: string) =>
    (format === 'binary' ? undefined : types.get(oid)) ?? pg.types.getTypeParser(oid, format as 'text'),
}

export const createPool = (connectionString: string, max = 20): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max, types: typeConfig as never, application_name: 'heng', idleTimeoutMillis: 60_000 })
  // An idle connection that dies (database restarted) must not take the process with it; the next query reconnects.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  watchSending(pool)
  return pool
}

interface Count {
  statements: number
  /** A count around this one, such as a test's around a request's. */
  readonly around: Count | undefined
}
const counter = new AsyncLocalStorage<Count>()

/** Runs `work` and says how many SQL statements it sent, transaction control and the opening statement not counted. */
export const countStatements = async <T>(work: () => Promise<T>): Promise<{ value: T; statements: number }> => {
  const count: Count = { statements: 0, around: counter.getStore() }
  const value = await counter.run(count, work)
  return { value, statements: count.statements }
}
/** Counts from here on for whatever `begin` starts; the answer says how many there were so far. */
export const beginCount = (begin: () => void): (() => number) => {
  const count: Count = { statements: 0, around: counter.getStore() }
  counter.run(count, begin)
  return () => count.statements
}
/** Runs `work` without counting: finding out who asks is not what a request is about. */
export const uncounted = <T>(work: () => Promise<T>): Promise<T> => counter.exit(work)

/** What opens, closes and divides a transaction. */
const control = /^\s*(start transaction|commit|rollback|savepoint|release|set local role)\b/

export const createDb = (pool: pg.Pool): Db =>
  new Kysely<PlatformTables>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      if (control.test(event.query.sql)) return
      for (let count = counter.getStore(); count !== undefined; count = count.around) count.statements += 1
    },
  })

/**
 * `read` sees one instant, however many statements follow, so that the parts of an answer agree. `rehearsal` sees one instant, too, may
 * write, and nothing of it stays: it always ends by rolling back.
 */
export type Mode = 'read' | 'write' | 'rehearsal'

const modes: Readonly<Record<Mode, string>> = {
  read: 'isolation level repeatable read read only', write: 'isolation level read committed read write', rehearsal: 'isolation level repeatable read read write',
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Several statements that leave as one message, which takes no parameters: nobody waits in between. */
const entering = (orgId: string): string => {
  if (!uuid.test(orgId)) throw new Error(`"${orgId}" is not the id of an organisation`)
  return `set local role heng_app; set local app.org_id = '${orgId}'`
}

const endings = new WeakMap<Tx, (() => Promise<void>)[]>()

/**
 * Has `work` done as the last thing of the transaction, after all else succeeded; its failure rolls everything back.
 * Locks that everybody needs belong there, so that a long transaction holds them for a moment only. Answers false
 * for a transaction that `inOrganisation` did not open.
 */
export const beforeCommit = (tx: Tx, work: () => Promise<void>): boolean => {
  const known = endings.get(tx)
  known?.push(work)
  return known !== undefined
}

const rehearsals = new WeakSet<Tx>()
/** Whether this transaction will leave nothing: what others would have to wait for need not be taken in it. */
export const isRehearsal = (tx: Tx): boolean => rehearsals.has(tx)

/**
 * One transaction of one organisation: role `heng_app` and `app.org_id` are set for its length, so that
 * row-level security holds whatever the statements inside say.
 */
export const inOrganisation = async <T>(
  db: Db,
  orgId: string,
  mode: Mode,
  work: (tx: Tx) => Promise<T>,
): Promise<T> =>
  db.connection().execute(async (connection) => {
    const tx = connection as Tx
    try {
      await sql.raw(`start transaction ${modes[mode]}; ${entering(orgId)}`).execute(tx)
      endings.set(tx, [])
      if (mode === 'rehearsal') rehearsals.add(tx)
      const result = await work(tx)
      if (mode !== 'rehearsal') for (const last of endings.get(tx)!) await last()
      await sql.raw(mode === 'rehearsal' ? 'rollback' : 'commit').execute(tx)
      return result
    } catch (error) {
      await sql.raw('rollback').execute(tx).catch(() => undefined)
      throw error
    }
  })

/** From here to its end the transaction belongs to one organisation and has the application's rights only. */
export const enterOrganisation = async (tx: Tx, orgId: string): Promise<void> => {
  await sql.raw(entering(orgId)).execute(tx)
}
