import { watchLoop } from './held.ts'

export interface Watched {
  readonly ms: number
  /** Of this process alone; the database's stands beside it. */
  readonly cpuMs: number
  /** Longest work of the main thread without a turn of the event loop, in processor time. */
  readonly heldMs: number
  /** Highest resident memory of this process. */
  readonly peakMb: number
}

/** Runs `work` and says how long it took, what this process did for it, how long it held up the event loop at most, and its memory. */
export const watch = async (work: () => Promise<unknown>): Promise<Watched> => {
  let peak = 0
  const look = (): void => void (peak = Math.max(peak, process.memoryUsage.rss()))
  const looking = setInterval(look, 20)
  const heldMs = watchLoop()
  const [began, used] = [performance.now(), process.cpuUsage()]
  try {
    await work()
  } finally {
    clearInterval(looking)
    look()
  }
  const { user, system } = process.cpuUsage(used)
  return { ms: performance.now() - began, cpuMs: (user + system) / 1_000, heldMs: heldMs(), peakMb: peak / 2 ** 20 }
}
