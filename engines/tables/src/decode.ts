import { isUtf8 } from 'node:buffer'
import { wholeCharacters, type Encoding } from './characters.ts'
import { LineCounter } from './lines.ts'
import { TableError } from './problem.ts'

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030']
/** Bytes looked at, from the first non-ASCII one on, before choosing between UTF-8 and GB18030. */
const WINDOW = 64 * 1024
/** So many good non-ASCII characters before the first bad byte mean damaged UTF-8, not GB18030. */
const SURELY_UTF8 = 8

/**
 * Decodes text as it streams, strictly: a byte that does not decode is an error with its line and offset, never a
 * replacement character. A byte order mark decides; without one, what is valid UTF-8 is UTF-8, all else GB18030.
 * UTF-16 is known only by its mark. Holds at most one chunk and the 64 KiB window.
 */
export class Decoder {
  encoding: Encoding = 'utf-8'
  private settled: boolean
  private started = false
  private pending: Uint8Array = new Uint8Array(0)
  private offset = 0
  private readonly lines = new LineCounter()

  constructor(forced?: Encoding) {
    this.settled = forced !== undefined
    if (forced) this.encoding = forced
  }

  /** The text of the bytes so far that is certain; '' when more must be seen first. */
  write(bytes: Uint8Array): string {
    this.pending = this.pending.length === 0 ? bytes : Buffer.concat([this.pending, bytes])
    if (!this.started && !this.start(false)) return ''
    const settled = this.settle(false)
    return settled + (this.settled ? this.decode(wholeCharacters(this.pending, this.encoding)) : '')
  }

  /** The text of the bytes that were held back; throws when the last character is incomplete. */
  end(): string {
    if (!this.started) this.start(true)
    return this.settle(true) + this.decode(this.pending.length)
  }

  private start(last: boolean): boolean {
    const [a, b, c] = this.pending
    if (this.pending.length < 3 && !last) return false
    this.started = true
    if (a === 0xef && b === 0xbb && c === 0xbf) this.byMark('utf-8', 3)
    else if (a === 0xff && b === 0xfe) this.byMark('utf-16le', 2)
    else if (a === 0xfe && b === 0xff) this.byMark('utf-16be', 2)
    return true
  }

  private byMark(encoding: Encoding, length: number): void {
    this.encoding = encoding
    this.settled = true
    this.offset += length
    this.pending = this.pending.subarray(length)
  }

  /** Passes ASCII on; at the first other byte waits for the window, then chooses. */
  private settle(last: boolean): string {
    if (this.settled) return ''
    const other = this.pending.findIndex((byte) => byte >= 0x80)
    const ascii = this.decode(other === -1 ? this.pending.length : other)
    if (other === -1 || (this.pending.length < WINDOW && !last)) return ascii
    const window = this.pending.subarray(0, last ? undefined : wholeCharacters(this.pending, 'utf-8'))
    if (!isUtf8(window)) {
      const good = window.subarray(0, validPrefix(window, 'utf-8'))
      const characters = good.reduce((sum, byte) => sum + (byte >= 0xc0 ? 1 : 0), 0)
      this.encoding = characters >= SURELY_UTF8 ? 'utf-8' : 'gb18030'
    }
    this.settled = true
    return ascii
  }

  private decode(length: number): string {
    const block = this.pending.subarray(0, length)
    this.pending = this.pending.subarray(length)
    let text: string
    try {
      text = new TextDecoder(this.encoding, { fatal: true, ignoreBOM: true }).decode(block)
    } catch {
      throw this.undecodable(block)
    }
    const nul = text.indexOf('\0')
    if (nul !== -1) throw new TableError('binary', { line: this.lines.add(text.slice(0, nul)) })
    this.lines.add(text)
    this.offset += block.length
    return text
  }

  private undecodable(block: Uint8Array): TableError {
    const good = validPrefix(block, this.encoding)
    const before = new TextDecoder(this.encoding, { ignoreBOM: true }).decode(block.subarray(0, good))
    return new TableError('encoding', {
      line: this.lines.add(before),
      offset: this.offset + good,
      found: this.encoding,
      allowed: ENCODINGS.join(', '),
    })
  }
}

/** Length of the longest prefix that decodes, cut at a character; binary search, O(n log n). */
function validPrefix(block: Uint8Array, encoding: Encoding): number {
  let good = 0
  let bad = block.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      new TextDecoder(encoding, { fatal: true }).decode(block.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return wholeCharacters(block.subarray(0, good), encoding)
}
