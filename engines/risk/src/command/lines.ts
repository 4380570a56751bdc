/** A line without its ending, or null for one that was longer than allowed; numbered from 1. */
export interface Line {
  number: number
  text: string | null
}

/**
 * Splits chunks of text into lines (LF or CRLF; the last need not end in one). Memory stays within `limit` characters
 * plus one chunk: the rest of a longer line is skipped as it comes.
 */
export async function* splitLines(chunks: AsyncIterable<string>, limit: number): AsyncGenerator<Line> {
  let number = 1
  let held: string[] | null = []
  let size = 0
  const add = (part: string) => {
    size += part.length
    if (size > limit) held = null
    held?.push(part)
  }
  const take = (): Line => {
    const line = { number, text: held === null ? null : held.join('').replace(/\r$/, '') }
    number += 1
    held = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      add(chunk.slice(from, end))
      yield take()
      from = end + 1
    }
    add(chunk.slice(from))
  }
  if (size > 0) yield take()
}
