import { existsSync, mkdirSync, rmdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { DatabaseError, diskFull, errorCode, errorText } from '../errors.ts'
import { chooseAccount } from './account.ts'
import type { Account } from './account.ts'
import { findBinaries, reachableBinaries } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { checkCluster, ensureCluster, OWNER, readPassword } from './cluster.ts'
import { isNotNow, takeHold } from './hold.ts'
import type { Hold } from './hold.ts'
import { clusterFolder, socketUrl } from './paths.ts'
import { readPidFile } from './pidfile.ts'
import { endOrphans, findPostmaster, helpersGone, launch, stopPostmaster } from './postmaster.ts'
import type { Postmaster } from './postmaster.ts'

/** What `startEmbedded` needs to know. */
export interface EmbeddedOptions {
  /** The product's data folder (HENG_DATA); the cluster lives in its subfolder `postgres`. Made when missing. */
  readonly dataDir: string
  /** Told, in a few English words, what takes time. Nothing is said on a plain start. */
  readonly log?: (line: string) => void
  /** False for tests only: trades safety against power cuts for speed. Default true. */
  readonly durable?: boolean
  /** How long `stop` waits for clients to finish before it ends them, in ms. Default 5,000. */
  readonly drainMs?: number
}

/** A database the product may use, embedded or external. */
export interface RunningDatabase {
  /** URL of the database `heng` for `pg`; holds the password, so never log it. */
  readonly url: string
  /** Version of the server, `18.4`. */
  readonly version: string
  /** True when the server ran already, or is not ours. */
  readonly adopted: boolean
  /**
   * Gives the database back; close your own connections first. The embedded server stops with its last user, whoever started it.
   * May be called twice. @returns how it stopped, or `left-running` when others use it.
   */
  stop(): Promise<'smart' | 'fast' | 'immediate' | 'killed' | 'left-running'>
}

const DATABASE = 'heng'
const START_LIMIT_MS = 120_000

/**
 * Starts the embedded PostgreSQL on a data folder, or adopts the one that runs there; recovers after kill -9 of either side.
 * The server listens on a unix socket only and lives in its own session. Typical: first start 1 s, later starts 0.1 s.
 * @throws DatabaseError with one line that says what to do
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<RunningDatabase> {
  const { log = () => undefined, durable = true, drainMs = 5_000 } = options
  const found = findBinaries()
  const cluster = clusterFolder(resolve(options.dataDir))
  makeDataDir(options.dataDir)
  const account = chooseAccount(cluster)
  if (existsSync(cluster)) checkCluster(cluster, found, account)
  const deadline = Date.now() + START_LIMIT_MS
  let adopted = true
  let binaries: Binaries | undefined
  while (Date.now() < deadline) {
    let server = await findPostmaster(cluster)
    if (server === undefined) {
      binaries ??= reachableBinaries(found, account, log)
      if (!existsSync(cluster)) log('creating the database (first start)')
      await ensureCluster(cluster, binaries, account, { durable })
      server = await bringUp(cluster, binaries, account, log)
      if (server === undefined) continue
      adopted = false
    }
    const entered = await enter(cluster, server, deadline)
    if (entered === undefined) {
      adopted = true
      continue
    }
    await ensureDatabase(entered.url('postgres'))
    return running(server, entered, { version: found.version, adopted, drainMs, cluster })
  }
  throw new DatabaseError('start-failed', {
    en: `PostgreSQL in ${cluster} did not become ready within ${START_LIMIT_MS / 1000} s: see ${cluster}/log.`,
    zh: `${cluster} 中的 PostgreSQL 未能在 ${START_LIMIT_MS / 1000} 秒内就绪：请查看 ${cluster}/log。`,
  })
}

interface Entered {
  readonly hold: Hold
  url(database: string): string
}

/** Waits until the server takes connections and takes a share in it; undefined when it went away meanwhile. */
async function enter(cluster: string, server: Postmaster, deadline: number): Promise<Entered | undefined> {
  const password = readPassword(cluster)
  const url = (database: string) => socketUrl(server.socketFolder, OWNER, password, database)
  while (!server.gone() && Date.now() < deadline) {
    if (readPidFile(cluster)?.status === 'ready') {
      try {
        const hold = await takeHold(url('postgres'))
        if (hold !== undefined) return { hold, url }
      } catch (error) {
        if (!isNotNow(error)) throw entryRefused(cluster, error)
      }
    }
    await sleep(10)
  }
  return undefined
}

/** Launches and waits until the server is ready or has failed; undefined when another process was quicker. */
async function bringUp(
  cluster: string,
  binaries: Binaries,
  account: Account,
  log: (line: string) => void,
): Promise<Postmaster | undefined> {
  const server = launch(cluster, binaries, account)
  for (let waited = 0; !server.gone(); waited += 5) {
    if (readPidFile(cluster)?.pid === server.pid && readPidFile(cluster)?.status === 'ready') return server
    if (waited === 3_000) log('PostgreSQL recovers from an unclean stop')
    await sleep(5)
  }
  if ((await findPostmaster(cluster)) !== undefined) return undefined
  const complaint = server.complaint()
  if (/shared memory block/.test(complaint)) {
    log('ending what a killed PostgreSQL left behind')
    await endOrphans(cluster)
    await sleep(100)
    return undefined
  }
  throw diskFull(complaint, cluster) ?? new DatabaseError('start-failed', {
    en: `PostgreSQL does not start in ${cluster} as "${account.name}": ${complaint || 'it ended without a word'}`,
    zh: `PostgreSQL 无法以账户 "${account.name}" 在 ${cluster} 中启动：${complaint || '进程无提示退出'}`,
  })
}

function running(
  server: Postmaster,
  entered: Entered,
  facts: { version: string; adopted: boolean; drainMs: number; cluster: string },
): RunningDatabase {
  let stopping: ReturnType<RunningDatabase['stop']> | undefined
  const stop = async () => {
    const last = await entered.hold.release()
    // Without a server there is nothing to stop; with one, a missing lock means that others go on.
    const current = await findPostmaster(facts.cluster)
    if (last === undefined && current !== undefined) return 'left-running'
    if (current === undefined) return 'smart'
    const target = current.pid === server.pid ? server : current
    process.kill(target.pid, 'SIGTERM')
    await last?.end().catch(() => undefined)
    const how = await stopPostmaster(target, facts.drainMs)
    await helpersGone(facts.cluster)
    if (target.socketFolder !== facts.cluster) removeFolder(target.socketFolder)
    return how
  }
  return { url: entered.url(DATABASE), version: facts.version, adopted: facts.adopted, stop: () => (stopping ??= stop()) }
}

async function ensureDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`)
  } catch (error) {
    // 42P04 and 23505: another process made it in the same moment.
    if (!['42P04', '23505'].includes(errorCode(error))) throw error
  } finally {
    await client.end()
  }
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  } catch (error) {
    throw new DatabaseError('data-unusable', {
      en: `Cannot make the data folder ${dataDir}: ${errorText(error)}. Name another one in HENG_DATA.`,
      zh: `无法创建数据文件夹 ${dataDir}：${errorText(error)}。请在 HENG_DATA 中指定其他文件夹。`,
    })
  }
}

function entryRefused(cluster: string, error: unknown): DatabaseError {
  return new DatabaseError(
    'start-failed',
    {
      en: `PostgreSQL in ${cluster} runs but refuses us: ${errorText(error)}. See ${cluster}/log.`,
      zh: `${cluster} 中的 PostgreSQL 正在运行但拒绝连接：${errorText(error)}。请查看 ${cluster}/log。`,
    },
    error,
  )
}

function removeFolder(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Not empty or gone: the next start makes do with either.
  }
}
