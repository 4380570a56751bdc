/** Opens one thing and remembers how to close it. */
export type Open = <T>(begin: () => Promise<T>, close: (opened: T) => Promise<unknown>) => Promise<T>

export interface Life {
  /** Runs the steps of the start; when one fails, closes what was opened, says why and exits with 1. */
  start: (steps: (open: Open) => Promise<void>) => Promise<void>
  /** Closes everything, last opened first, and exits. Asked again, it goes on with the first. */
  stop: (code: number) => Promise<void>
}

class Stopped extends Error {}

/**
 * From start to exit: whatever was opened is closed exactly once, also when the wish to stop comes in the middle of a
 * step (which is waited for, so that nothing it opens is left behind) or is repeated by an impatient operator.
 */
export const createLife = ({ exit, refuse }: { exit: (code: number) => void; refuse: (error: unknown) => void }): Life => {
  const closers: (() => Promise<unknown>)[] = []
  let starting: Promise<void> = Promise.resolve()
  let stopping = false

  const open: Open = async (begin, close) => {
    if (stopping) throw new Stopped()
    const opened = await begin()
    closers.push(() => close(opened))
    if (stopping) throw new Stopped()
    return opened
  }
  const closeAll = async (): Promise<void> => {
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close().catch(refuse)
  }
  const stop = async (code: number): Promise<void> => {
    if (stopping) return
    stopping = true
    await starting
    await closeAll()
    exit(code)
  }
  return {
    start: (steps) => {
      starting = steps(open).catch(async (error: unknown) => {
        // What fails because everything is being stopped is no news.
        if (stopping) return
        stopping = true
        await closeAll()
        refuse(error)
        exit(1)
      })
      return starting
    },
    stop,
  }
}
