import { readdirSync, readFileSync } from 'node:fs'
import type { Probe, Running } from '../run.ts'

/** Processes of a group that run (none that has ended and only waits to be collected), as /proc tells on Linux. */
export const membersOf = (group: number): readonly number[] =>
  readdirSync('/proc').map(Number).filter((pid) => {
    if (!(pid > 0)) return false
    try {
      // After the name in brackets: state, parent, group (proc(5)).
      const [state, , of] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
      return Number(of) === group && state !== 'Z'
    } catch {
      return false
    }
  })

/** A run of Node itself with this script. */
export const script = (text: string, more: Partial<Probe> = {}): Probe => ({
  program: process.execPath, args: ['-e', text], report: 'stdout', successCodes: [0], limits: { seconds: 30, outputBytes: 1_000_000 }, ...more,
})

export const textOf = async ({ report }: Running): Promise<string> => {
  const pieces: Uint8Array[] = []
  for await (const piece of report) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}
