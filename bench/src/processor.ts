import type { Composition } from '@heng/composition'
import { readdirSync, readFileSync } from 'node:fs'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
const parentOf = (pid: string): string | undefined => /^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]
/** Milliseconds that a process has worked; the kernel counts them in nanoseconds. */
const workedMs = (pid: string): number => Number(read(`/proc/${pid}/schedstat`).split(' ')[0]) / 1e6

/** Processor time since some moment, in milliseconds: what work takes of a machine, whatever else the machine does. */
export interface Clock {
  readonly server: () => number
  /** Not a number where it cannot be told: only Linux tells it, of a database on the same machine. */
  readonly database: () => number
}

/** Clocks of this process and of the database's, whose processes are counted also when they have ended since. */
export const clockOf = async ({ kit }: Composition): Promise<Clock> => {
  const { rows } = await kit.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = parentOf(String(rows[0]!.pid))
  const worked = new Map<string, number>()
  const look = (): void => {
    for (const pid of readdirSync('/proc')) if (/^\d+$/.test(pid) && parentOf(pid) === postmaster) worked.set(pid, workedMs(pid))
  }
  return {
    server: () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1_000
    },
    database: () => {
      if (postmaster === undefined) return Number.NaN
      look()
      return [...worked.values()].reduce((sum, ms) => sum + ms, 0)
    },
  }
}

/** Notes both clocks now; asked later, says what has been worked since. */
export const since = (clock: Clock): (() => { server: number; database: number }) => {
  const [server, database] = [clock.server(), clock.database()]
  return () => ({ server: clock.server() - server, database: clock.database() - database })
}

export const shownMs = (ms: number): string => (Number.isNaN(ms) ? '–' : ms.toFixed(1))
