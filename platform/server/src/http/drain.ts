import type { Readable } from 'node:stream'

const drainFor = 5_000

/**
 * Reads the rest of a refused body without keeping it, for at most five seconds: a sender who is cut off in mid-body sees
 * a broken connection, not the answer. The body must have been read so that leaving it does not destroy it:
 * `body.iterator({ destroyOnReturn: false })`.
 */
export const drain = async (body: Readable | undefined): Promise<void> => {
  if (body === undefined || body.readableEnded || body.destroyed) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, drainFor)
    for (const event of ['end', 'close', 'error']) body.once(event, () => (clearTimeout(timer), resolve()))
    body.resume()
  })
}
