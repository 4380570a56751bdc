import { isAscii, isUtf8 } from 'node:buffer'
import { ScanError } from './problem.ts'

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte)

/** First characters of XML and JSON. */
const openings = [...'<{['].map((c) => c.charCodeAt(0))

/** UTF-16 by its byte order mark (PowerShell's `>` writes it, whatever the XML declaration says), or by the first character. */
const utf16Of = (head: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (startsWith(head, 0xff, 0xfe) || openings.some((c) => startsWith(head, c, 0))) return 'utf-16le'
  return startsWith(head, 0xfe, 0xff) || openings.some((c) => startsWith(head, 0, c)) ? 'utf-16be' : null
}

/** What an XML declaration says: `GB2312`, `ISO-8859-1`, … */
const declaration = /^\s{0,64}<\?xml\s[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([\w.:-]{1,40})["']/
const declarationEnds = 256
/** What a page says, within what browsers look at. HTML Standard, 13.2.3.2. */
const page = /^\s{0,64}(?:<!doctype\s+html|<html)\b/i
const pageCharset = /<meta\s[^>]{0,200}?charset\s{0,8}=\s{0,8}["']?([\w.:-]{1,40})["'\s/>;]/i
const pageBegins = 1024

const declaredIn = (beginning: string): string | undefined =>
  declaration.exec(beginning.slice(0, declarationEnds))?.[1] ?? (page.test(beginning) ? pageCharset.exec(beginning)?.[1] : undefined)

/** Decoder of what is not UTF-8; null where nothing is to be decoded. */
const decoderOf = (head: Buffer): TextDecoder | null => {
  const label = utf16Of(head) ?? declaredIn(head.toString('latin1', 0, pageBegins)) ?? 'utf-8'
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    // Declared, yet written in single bytes: whoever wrote the report anew left the declaration as it was.
    const isLeft = decoder.encoding.startsWith('utf-16') && utf16Of(head) === null
    return decoder.encoding === 'utf-8' || isLeft ? null : decoder
  } catch {
    throw new ScanError('encoding', { found: label, line: 1, column: 1 })
  }
}

const isEnough = (head: Buffer): boolean => {
  const text = head.toString('latin1')
  if (head.length < 8 || (head.length < declarationEnds && /^\s*<(?:[?!][^>]*)?$/.test(text))) return false
  return head.length >= pageBegins || !page.test(text) || pageCharset.test(text)
}

/** Bytes enough to know the encoding by: an XML declaration as a whole, or what a page says of itself, where there is any. */
const beginningOf = async (chunks: AsyncIterator<Uint8Array>): Promise<Buffer> => {
  let head: Buffer = Buffer.alloc(0)
  while (!isEnough(head)) {
    const next = await chunks.next()
    if (next.done === true) break
    head = head.length === 0 ? viewOf(next.value) : Buffer.concat([head, next.value])
  }
  return head
}

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

/**
 * The bytes of a report as UTF-8 without a byte order mark; UTF-16 and what an XML declaration names are written anew as they come. Whether bytes that are UTF-8 are
 * valid is asked where they become text. Throws `ScanError` `empty` where there are none. A `beginning` may end within a character.
 */
export async function* asUtf8(stream: AsyncIterable<Uint8Array>, { isBeginning = false }: { readonly isBeginning?: boolean } = {}): AsyncGenerator<Buffer> {
  const chunks = stream[Symbol.asyncIterator]()
  try {
    const head = await beginningOf(chunks)
    if (head.length === 0) throw new ScanError('empty')
    const decoder = decoderOf(head)
    const decode = decoder === null ? null : decoding(decoder)
    yield decode !== null ? decode(head) : startsWith(head, 0xef, 0xbb, 0xbf) ? head.subarray(3) : head
    for (;;) {
      const next = await chunks.next()
      if (next.done === true) break
      yield decode === null ? viewOf(next.value) : decode(viewOf(next.value))
    }
    if (decode !== null && !isBeginning) yield decode()
  } finally {
    await chunks.return?.()
  }
}

/** Writes bytes anew as UTF-8, and knows the place where they are not what they should be. */
const decoding = (decoder: TextDecoder): ((bytes?: Buffer) => Buffer) => {
  let [line, column] = [1, 1]
  const pass = (text: string): void => {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) [line, column] = [line + 1, -end]
    column += text.length
  }
  return (bytes) => {
    try {
      const text = bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
      pass(text)
      return Buffer.from(text)
    } catch {
      const shown = bytes === undefined ? '' : new TextDecoder(decoder.encoding).decode(bytes)
      pass(shown.slice(0, Math.max(0, shown.indexOf('\ufffd'))))
      throw new ScanError('encoding', { found: decoder.encoding, line, column })
    }
  }
}

/** Where bytes stop being UTF-8; -1 where all of them are. */
export const invalidAt = (bytes: Buffer): number => {
  if (isUtf8(bytes)) return -1
  const again = Buffer.from(bytes.toString('utf8'))
  let at = 0
  while (at < bytes.length && bytes[at] === again[at]) at++
  return at
}

/** How many of the bytes are whole characters of UTF-8, a broken one at their end aside. */
const wholeCharacters = (bytes: Buffer, length = bytes.length): number => {
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back]!
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? length - back : length
    if (byte < 0x80) return length
  }
  return length
}

/** Whether bytes are ASCII without control characters other than tabs and line ends. Eight bytes at a time: what is below a space becomes negative when that is taken away. */
export const isPlain = (bytes: Buffer): boolean => {
  if (!isAscii(bytes)) return false
  const isText = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if (bytes[i]! < 32 && bytes[i] !== 10 && bytes[i] !== 13 && bytes[i] !== 9) return false
    return true
  }
  // Words begin where memory says so.
  const begin = -bytes.byteOffset & 3
  if (bytes.length < begin) return isText(0, bytes.length)
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + begin, (bytes.length - begin) >> 2)
  let i = 0
  for (; i + 1 < words.length; i += 2) {
    const [one, two] = [words[i]!, words[i + 1]!]
    if ((((one - 0x20202020) | (two - 0x20202020)) & 0x80808080) !== 0 && !isText(begin + 4 * i, begin + 4 * i + 8)) return false
  }
  return isText(0, begin) && isText(begin + 4 * i, bytes.length)
}

const block = 64 * 1024

/** Bytes in pieces that end with whole characters and are not too long; null at the end. */
export async function* blocks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const whole = wholeCharacters(bytes)
    for (let from = 0; from < whole; ) {
      const to = from + block >= whole ? whole : Math.max(from + 1, wholeCharacters(bytes, from + block))
      yield bytes.subarray(from, to)
      from = to
    }
    rest = bytes.subarray(whole)
  }
  if (rest.length > 0) yield rest
  yield null
}
