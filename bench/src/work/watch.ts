import { since, type Clock } from '../processor.ts'
import { watchLoop } from './held.ts'

export interface Watched {
  readonly ms: number
  /** Processor time of this process, and of the database's. */
  readonly cpuMs: number
  readonly databaseMs: number
  /** Longest work of the main thread without a turn of the event loop, in processor time. */
  readonly heldMs: number
  /** Highest resident memory of this process. */
  readonly peakMb: number
}

/** Runs `work` and says how long it took, what this process did for it, how long it held up the event loop at most, and its memory. */
export const watch = async (clock: Clock, work: () => Promise<unknown>): Promise<Watched> => {
  let peak = 0
  const look = (): void => void (peak = Math.max(peak, process.memoryUsage.rss()))
  const looking = setInterval(look, 20)
  const heldMs = watchLoop()
  const [began, worked] = [performance.now(), since(clock)]
  try {
    await work()
  } finally {
    clearInterval(looking)
    look()
  }
  const { server, database } = worked()
  return { ms: performance.now() - began, cpuMs: server, databaseMs: database, heldMs: heldMs(), peakMb: peak / 2 ** 20 }
}
