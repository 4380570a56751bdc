/**
 * Finds how long this thread worked at most without letting the event loop turn. Counts the thread's own processor time
 * between two ticks and not the clock, so that a busy machine does not look like busy code.
 */
export const watchLoop = (): (() => number) => {
  const used = (): number => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1_000
  }
  let [last, most] = [used(), 0]
  const tick = (): void => {
    const now = used()
    most = Math.max(most, now - last)
    last = now
  }
  const ticking = setInterval(tick, 2)
  return () => {
    clearInterval(ticking)
    tick()
    return most
  }
}
