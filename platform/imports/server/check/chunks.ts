/** Rows worked on together: long enough that statements do not count, short enough that nobody waits for the event loop. */
export const chunkSize = 500

/** An endless stream in pieces of `size`. */
export async function* inChunks<T>(items: AsyncIterable<T>, size = chunkSize): AsyncGenerator<T[]> {
  let chunk: T[] = []
  for await (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
