import { once } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import type { Writable } from 'node:stream'

/** Milliseconds of work at a stretch before others get the event loop. */
const STRETCH = 12
const LOOK_EVERY = 20

/**
 * Paces a long production of rows: call it after each row and await it when it says so. Gives way to the event
 * loop after 12 ms of work, waits while the sink is full, stops when `signal` aborts.
 */
export function pacer(sink: Writable, signal: AbortSignal): () => Promise<void> | undefined {
  let calls = 0
  let since = performance.now()
  const rest = async (): Promise<void> => {
    signal.throwIfAborted()
    if (sink.writableNeedDrain) await once(sink, 'drain', { signal })
    await turn(undefined, { signal })
    since = performance.now()
  }
  return () => {
    calls += 1
    if (calls % LOOK_EVERY !== 0 || performance.now() - since < STRETCH) return undefined
    return rest()
  }
}
