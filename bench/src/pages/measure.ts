import type { Composition } from '@heng/composition'
import { clockOf, shownMs, since } from '../processor.ts'

export interface Measure {
  readonly name: string
  /** Wanted at the 95th percentile; null for what others are compared with. */
  readonly limitMs: number | null
  readonly run: () => Promise<void>
}

const rounds = 60
const warmUp = 10

const percentile = (sorted: readonly number[], p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))]!

/**
 * Runs each measure in turn and prints median, 95th percentile, the ratio to the first measure's median and to its own limit,
 * and the processor time that one run takes of the server and of the database.
 */
export const measure = async (built: Composition, wanted: readonly Measure[]): Promise<void> => {
  const clock = await clockOf(built)
  let floor: number | undefined
  console.log('\np50 ms    p95 ms    × floor   of limit  cpu ms    database')
  for (const { name, limitMs, run } of wanted) {
    for (let i = 0; i < warmUp; i++) await run()
    const times: number[] = []
    const worked = since(clock)
    for (let i = 0; i < rounds; i++) {
      const began = performance.now()
      await run()
      times.push(performance.now() - began)
    }
    const { server, database } = worked()
    const sorted = times.toSorted((a, b) => a - b)
    const [p50, p95] = [percentile(sorted, 0.5), percentile(sorted, 0.95)]
    floor ??= p50
    const cells = [p50.toFixed(1), p95.toFixed(1), (p50 / floor).toFixed(1), limitMs === null ? '–' : (p95 / limitMs).toFixed(2), shownMs(server / rounds), shownMs(database / rounds)]
    console.log(`${cells.map((c) => c.padEnd(10)).join('')}${name}`)
  }
}
