import { spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, unlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError, errorCode } from '../errors.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { nameFor } from './cluster.ts'
import { fitsSocket, shortSocketFolder, socketFile } from './paths.ts'
import { isAlive, isTaken, readPidFile, worksIn } from './pidfile.ts'

/** A server process of our cluster. */
export interface Postmaster {
  readonly pid: number
  /** Folder of its socket, as a client has to name it. */
  readonly socketFolder: string
  /** True once the process is gone. */
  gone(): boolean
}

/** A server we launched, which may still fail. */
export interface Launched extends Postmaster {
  /** The last complaint it wrote before its log file was open; '' when none. */
  complaint(): string
}

/**
 * Looks for a server of this cluster that already runs. A pid file whose process is not ours is stale after kill -9.
 * @throws DatabaseError `in-use-elsewhere` when a server answers whose process we cannot see (another container, another host).
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = readPidFile(cluster)
  if (file === undefined) return undefined
  // "." is the data folder, which the server may have been given under a shorter name than ours.
  const home = fitsSocket(cluster) ? cluster : file.folder
  const socketFolder = file.socketFolder === '.' || file.socketFolder === '' ? home : file.socketFolder
  if (worksIn(cluster, file.pid, file.folder)) {
    return { pid: file.pid, socketFolder, gone: () => !worksIn(cluster, file.pid) }
  }
  if (await answers(socketFile(socketFolder))) {
    throw new DatabaseError('in-use-elsewhere', {
      en: `${cluster} is in use by a PostgreSQL of another container or host (process ${file.pid} there): stop it first, or name another data folder in HENG_DATA.`,
      zh: `${cluster} 正被另一容器或主机上的 PostgreSQL 使用（进程号 ${file.pid}）：请先停止它，或在 HENG_DATA 中指定其他数据文件夹。`,
    })
  }
  clearLock(cluster, join(cluster, 'postmaster.pid'))
  return undefined
}

/**
 * Removes a lock file that a killed server of this cluster left, when its number is still taken: by another process, or by the
 * killed one that nobody has collected yet. PostgreSQL would refuse to start then; a free number it judges itself.
 */
function clearLock(cluster: string, path: string): void {
  const pid = existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : 0
  if (pid > 0 && isTaken(pid) && !worksIn(cluster, pid)) unlinkSync(path)
}

/**
 * Starts a server in its own session, so that Ctrl-C in the terminal does not reach it, and returns at once.
 * @throws DatabaseError `data-unusable` when the short socket folder is somebody else's.
 */
export function launch(cluster: string, binaries: Binaries, account: Account): Launched {
  const short = fitsSocket(cluster) ? undefined : makeShortFolder(cluster, account)
  clearLock(cluster, `${socketFile(short ?? cluster)}.lock`)
  const output = openSync(join(cluster, 'log', 'start.log'), 'w', 0o600)
  const identity = account.lent ? { uid: account.uid, gid: account.gid } : {}
  const child = spawn(join(binaries.root, 'bin', 'postgres'), ['-D', nameFor(account, cluster), '-k', short ?? '.'], {
    cwd: cluster,
    ...identity,
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  })
  closeSync(output)
  let failure = ''
  let ended = false
  child.once('error', (error) => {
    failure = error.message
    ended = true
  })
  child.once('exit', () => {
    ended = true
  })
  child.unref()
  return {
    pid: child.pid ?? 0,
    socketFolder: short ?? cluster,
    gone: () => ended,
    complaint: () => failure || lastComplaint(join(cluster, 'log')),
  }
}

/** Ends what a killed postmaster left behind: server processes in our folder that have not noticed yet. Linux only. */
export async function endOrphans(cluster: string): Promise<void> {
  const orphans = workers(cluster)
  for (const pid of orphans) signal(pid, 'SIGQUIT')
  for (let waited = 0; waited < 3_000 && orphans.some(isAlive); waited += 50) await sleep(50)
  for (const pid of orphans) if (worksIn(cluster, pid)) signal(pid, 'SIGKILL')
}

/** Waits, at most a second, until the helpers of a stopped server (its log writer ends last) are gone too. */
export async function helpersGone(cluster: string): Promise<void> {
  for (let waited = 0; waited < 1_000 && workers(cluster).length > 0; waited += 5) await sleep(5)
}

/**
 * Stops a server: smart (waits for its clients), after `drainMs` fast (ends them, keeps every committed row), at last at once
 * (the next start recovers from the log). Signals: PostgreSQL manual, 18.5.
 * @returns how far it had to go. @throws DatabaseError `stop-failed` when the process outlives SIGKILL.
 */
export async function stopPostmaster(server: Postmaster, drainMs: number): Promise<'smart' | 'fast' | 'immediate' | 'killed'> {
  const steps = [
    ['SIGTERM', drainMs, 'smart'],
    ['SIGINT', 30_000, 'fast'],
    ['SIGQUIT', 5_000, 'immediate'],
    ['SIGKILL', 5_000, 'killed'],
  ] as const
  for (const [name, patience, result] of steps) {
    if (!server.gone()) signal(server.pid, name)
    for (const end = Date.now() + patience; Date.now() < end && !server.gone();) await sleep(5)
    if (server.gone()) return result
  }
  throw new DatabaseError('stop-failed', {
    en: `PostgreSQL (process ${server.pid}) does not end even when killed: look at the machine's disk.`,
    zh: `PostgreSQL（进程 ${server.pid}）即使强制终止也未结束：请检查本机磁盘。`,
  })
}

function workers(cluster: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && worksIn(cluster, pid))
}

/** True when something accepts connections at the socket. */
async function answers(path: string): Promise<boolean> {
  if (!existsSync(path)) return false
  return await new Promise((resolve) => {
    const socket = connect({ path, timeout: 2_000 })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket
      .once('connect', () => end(true))
      .once('timeout', () => end(true))
      .once('error', () => end(false))
  })
}

function makeShortFolder(cluster: string, account: Account): string {
  const folder = shortSocketFolder(cluster)
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (account.lent) chownSync(folder, account.uid, account.gid)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === account.uid && (statSync(folder).mode & 0o77) === 0) return folder
  throw new DatabaseError('data-unusable', {
    en: `${folder}, needed for the database socket because the path of the data folder is too long, belongs to somebody else: remove it or use a shorter HENG_DATA.`,
    zh: `数据文件夹路径过长，需用 ${folder} 存放数据库套接字，但它属于他人：请删除它或缩短 HENG_DATA 路径。`,
  })
}

// Early complaints land in start.log, later ones in the file of the log collector.
function lastComplaint(logFolder: string): string {
  const logs = readdirSync(logFolder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => ({ path: join(logFolder, name), at: name === 'start.log' ? Infinity : statSync(join(logFolder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { path } of logs.slice(0, 2)) {
    const complaint = readFileSync(path, 'utf8')
      .split('\n')
      .findLast((line) => /\b(FATAL|PANIC):/.test(line))
    if (complaint !== undefined) return complaint.replace(/^.*?\b(?=FATAL|PANIC)/, '')
  }
  return readFileSync(join(logFolder, 'start.log'), 'utf8').trim().split('\n').at(-1) ?? ''
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}
