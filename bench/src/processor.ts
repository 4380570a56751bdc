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

/**
 * A clock of the processor time, in milliseconds, that this process and the database have worked together: what a request
 * takes of a machine, whatever else the machine does. Only on Linux, with a database on the same machine; null elsewhere.
 */
export const processorClock = async ({ kit }: Composition): Promise<(() => number) | null> => {
  const { rows } = await kit.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = parentOf(String(rows[0]!.pid))
  if (postmaster === undefined) return null
  return () => {
    const backends = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster)
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000 + backends.reduce((sum, pid) => sum + workedMs(pid), 0)
  }
}
