/** `scoutsuite_results =`, `window.data = `: JSON that a page reads as a script is given a name. */
const assignment = /^\s{0,64}(?:(?:var|let|const)\s{1,8})?[A-Za-z_$][\w.$]{0,63}\s{0,8}=\s{0,64}(?=[{[])/
const longest = 256

/** Length of the name that stands before JSON; 0 where none does. */
export const prefixLength = (text: string): number => assignment.exec(text.slice(0, longest))?.[0].length ?? 0

/** The same bytes with spaces in the place of such a name, so that every place in the report stays where it is. */
export async function* withoutPrefix(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (head === null) yield chunk
    else {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
      if (head.length < longest) continue
      yield blanked(head)
      head = null
    }
  }
  if (head !== null && head.length > 0) yield blanked(head)
}

const blanked = (bytes: Buffer): Buffer => {
  const length = prefixLength(bytes.toString('latin1', 0, longest))
  return length === 0 ? bytes : Buffer.concat([Buffer.from(bytes.toString('latin1', 0, length).replace(/[^\n]/g, ' ')), bytes.subarray(length)])
}
