import { TableError } from './problem.ts'

/** Bytes with the first few already looked at. */
export interface ByteStream {
  head: Uint8Array
  /** All bytes, the head included; throws `bytes` beyond the limit. Once. */
  chunks(): AsyncGenerator<Uint8Array>
  close(): Promise<void>
}

const HEAD = 8
const BLOCK = 64 * 1024

/** Reads the first bytes of a stream. */
export async function openBytes(stream: AsyncIterable<Uint8Array>, limit: number): Promise<ByteStream> {
  const iterator = stream[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let head = new Uint8Array(0)
  while (head.length < HEAD) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
    head = new Uint8Array(Buffer.concat([head, next.value.subarray(0, HEAD)]))
  }
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let total = 0
    try {
      for (;;) {
        const chunk = first.shift() ?? (await iterator.next().then((next) => (next.done ? undefined : next.value)))
        if (!chunk) return
        total += chunk.length
        if (total > limit) throw new TableError('bytes', { allowed: limit })
        // One huge chunk must not become one huge string.
        for (let at = 0; at < chunk.length; at += BLOCK) yield chunk.subarray(at, at + BLOCK)
      }
    } finally {
      await close()
    }
  }
  const close = async (): Promise<void> => {
    await iterator.return?.()
  }
  return { head, chunks, close }
}
