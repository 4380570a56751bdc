/** Pieces that are worked on at a time. */
const atOnce = 2

/** What every statement says after another one failed in the same transaction. */
const isEcho = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '25P02'

/**
 * Works on each piece of a stream, on one connection: what a piece needs of the processor is done while the database writes the one
 * before. Statements keep the order in which they are asked for. When a piece fails, those begun are waited for, and what
 * failed first is thrown.
 */
export const ahead = async <T>(pieces: AsyncIterable<T>, work: (piece: T) => Promise<void>): Promise<void> => {
  const begun: Promise<void>[] = []
  try {
    for await (const piece of pieces) {
      if (begun.length === atOnce) await begun.shift()
      const one = work(piece)
      one.catch(() => undefined)
      begun.push(one)
    }
    while (begun.length > 0) await begun.shift()
  } catch (error) {
    const ended = await Promise.allSettled(begun)
    const failures = [error, ...ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))]
    throw failures.find((failure) => !isEcho(failure)) ?? error
  }
}
