import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from '../errors.ts'

/** What a postmaster writes about itself (`postmaster.pid`; PostgreSQL source, `pidfile.h`). */
export interface PidFile {
  readonly pid: number
  /** The data folder as the postmaster saw it. */
  readonly folder: string
  /** The socket folder as the postmaster saw it: `.` means the data folder. '' while it is starting. */
  readonly socketFolder: string
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | ''
}

/** Reads `postmaster.pid` of a cluster; undefined when there is none or it is not written far enough to hold a process id. */
export function readPidFile(cluster: string): PidFile | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const status = lines[7]?.trim()
  return {
    pid,
    folder: lines[1] ?? '',
    socketFolder: lines[4] ?? '',
    status: status === 'starting' || status === 'stopping' || status === 'ready' || status === 'standby' ? status : '',
  }
}

/**
 * True when the process runs, belongs to PostgreSQL and works in this very folder. On Linux the kernel is asked (working folder by
 * device and inode), because process ids are reused, most of all in containers; elsewhere the path in the pid file has to do.
 */
export function worksIn(cluster: string, pid: number, folderInFile?: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return folderInFile === undefined || folderInFile === cluster
  try {
    const at = statSync(`/proc/${pid}/cwd`)
    const own = statSync(cluster)
    return at.dev === own.dev && at.ino === own.ino && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return false
  }
}

/** True when the number belongs to a process, be it only the entry of a dead one that nobody has collected yet (a zombie). */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** True when the process exists and is more than a zombie; a careless PID 1 keeps those for ever. */
export function isAlive(pid: number): boolean {
  if (!isTaken(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
    return state !== 'Z' && state !== 'X'
  } catch {
    return false
  }
}
