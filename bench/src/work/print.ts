import type { Watched } from './watch.ts'

export interface Finding extends Partial<Watched> {
  readonly name: string
  readonly ms: number
  readonly limitMs?: number
  /** What the database alone needs for the same. */
  readonly floorMs?: number
  readonly limitMb?: number
}

const ratio = (value: number | undefined, to: number | undefined, digits: number): string => (value === undefined || to === undefined ? '–' : (value / to).toFixed(digits))
const seconds = (ms: number | undefined): string => (ms === undefined || Number.isNaN(ms) ? '–' : (ms / 1_000).toFixed(2))

/** Prints work that runs once: time, ratio to its floor and to its limit, processor time of server and database, longest hold of the event loop, memory. */
export const print = (findings: readonly Finding[]): void => {
  console.log('\nseconds   × floor   of limit  cpu s     database  held ms   peak MB   of limit')
  for (const { name, ms, limitMs, floorMs, cpuMs, databaseMs, heldMs, peakMb, limitMb } of findings) {
    const cells = [seconds(ms), ratio(ms, floorMs, 1), ratio(ms, limitMs, 2), seconds(cpuMs), seconds(databaseMs), heldMs?.toFixed(0) ?? '–', peakMb?.toFixed(0) ?? '–', ratio(peakMb, limitMb, 2)]
    console.log(`${cells.map((c) => c.padEnd(10)).join('')}${name}`)
  }
}
