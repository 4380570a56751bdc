import { ScanError, type ScanProblemCode, type ScanProblemDetails } from './problem.ts'
import { ampersand, apostrophe, bang, copied, decoded, equals, forbidden, greater, isAt, isSpace, less, named, nameEnd,
  placeOf, question, quote, slash, space, typeEnd } from './xmlText.ts'

export type Attributes = Readonly<Record<string, string>>

/** Is told what an XML document says, in its order. Names are without their prefix. */
export interface XmlSink {
  open: (name: string, at: Attributes) => void
  close: () => void
  /** May come in several pieces, and only where it is wanted. */
  text: (text: string) => void
  wantsText: boolean
}

// Attributes have no prototype, so that `constructor` is none; a constructor for them keeps them as quick as other objects.
const Bare = function () {} as unknown as new () => Record<string, string>
Bare.prototype = Object.create(null)
const none: Attributes = Object.freeze(new Bare())

/** Names are few and come often; a report of ever new ones is not to fill the memory. */
const mostNames = 4_096

interface Name {
  readonly full: string
  readonly local: string
}
/** Where names are looked for first, by their length and two of their characters: without cutting them out. */
const slots = 1_024

/**
 * Reads XML 1.0 as it comes, and tells it to a sink: well-formedness is asked for, entities other than those of XML itself are not known, nothing is fetched. What it
 * declares in a document type is read over, entities are refused. Memory is the longest tag, text or comment. It is several times as quick as a general parser.
 */
export class XmlScanner {
  private buffer = ''
  /** Everything before has been told. */
  private at = 0
  /** Length of what was let go before the buffer, its lines, and where in it the last of them began. */
  private gone = 0
  private lines = 1
  private lineBegan = 0
  /** How far the lines of the buffer were counted. */
  private counted = 0
  /** What has not come to its end is tried again when it is so long: twice as long as before, so that the pieces may be small. */
  private retry = 0
  /** The next of these characters, at or after the place where it was last asked for. */
  private nextAmpersand = -1
  private nextCarriage = -1
  private nextEnd = -1
  private readonly open: string[] = []
  private isRootSeen = false
  private isTypeSeen = false
  private readonly names = new Map<string, Name>()
  private readonly slots: (Name | undefined)[] = Array.from({ length: slots })
  private readonly sink: XmlSink
  private readonly token: number
  /** Where the tag that is told begins and ends, from the beginning of the document. */
  tagBegan = 0
  tagEnded = 0

  constructor(sink: XmlSink, token: number) {
    this.sink = sink
    this.token = token
  }

  /** How much has been told. */
  get position(): number {
    return this.gone + this.at
  }

  private countLines(to: number): void {
    for (let end = this.buffer.indexOf('\n', this.counted); end >= 0 && end < to; end = this.buffer.indexOf('\n', end + 1)) {
      this.lines++
      this.lineBegan = this.gone + end + 1
      this.counted = end + 1
    }
  }

  /** Line and column of the tag that is told, counted from 1. */
  line(): number {
    this.countLines(this.tagEnded - this.gone)
    return this.lines
  }

  fail(code: ScanProblemCode, details: ScanProblemDetails = {}, at = this.at): never {
    this.countLines(at)
    throw new ScanError(code, { line: this.lines, column: Math.max(1, this.gone + at - this.lineBegan + 1), ...details })
  }
  /** Fails where what was written ends. */
  failAtEnd(code: ScanProblemCode, details: ScanProblemDetails): never {
    this.go()
    return this.fail(code, details, this.buffer.length)
  }
  private malformed(found: string, at?: number): never {
    return this.fail('malformed', { found: found.slice(0, 200) }, at)
  }

  /** `isPlain`: it is known to be of characters that XML has. */
  write(more: string, isPlain = false): void {
    const bad = isPlain ? -1 : more.search(forbidden)
    if (bad >= 0) {
      if (bad > 0) this.take(more.slice(0, bad))
      this.failAtEnd('malformed', { found: 'a character that XML does not have' })
    }
    this.take(more)
  }

  private take(more: string): void {
    if (this.at > 0) {
      this.countLines(this.at)
      this.gone += this.at
      this.buffer = this.buffer.slice(this.at)
      this.counted = Math.max(0, this.counted - this.at)
      this.at = 0
    }
    this.buffer += more
    if (this.buffer.length >= this.retry || this.buffer.length > this.token) this.go()
    if (this.buffer.length - this.at > this.token) this.fail('token', { allowed: this.token })
  }

  private go(): void {
    const { buffer } = this
    this.nextAmpersand = this.nextCarriage = this.nextEnd = -1
    while (this.at < buffer.length) {
      if (buffer.charCodeAt(this.at) !== less) {
        const begin = buffer.indexOf('<', this.at)
        if (begin < 0) break
        this.characters(this.at, begin)
        this.at = begin
      }
      const next = buffer.charCodeAt(this.at + 1)
      const to = Number.isNaN(next) ? -1 : next === slash ? this.closeTag() : next === bang ? this.declaration() : next === question ? this.instruction() : this.openTag()
      if (to < 0) break
      this.at = to
    }
    this.retry = 2 * (buffer.length - this.at)
  }

  /** Nothing comes after this. */
  end(): void {
    this.go()
    const isOver = this.open.length === 0 && this.buffer.slice(this.at).trim() === ''
    const top = this.open.at(-1)
    if (!isOver) this.failAtEnd('truncated', { found: top === undefined ? 'unexpected end' : `<${top}> is not closed`.slice(0, 200) })
    if (!this.isRootSeen) this.failAtEnd('truncated', { found: 'no element' })
  }

  private characters(from: number, to: number): void {
    const { buffer } = this
    if (this.open.length === 0) {
      for (let i = from; i < to; i++) if (!isSpace(buffer.charCodeAt(i))) this.malformed('text outside of the root element', i)
      return
    }
    if (this.nextEnd < from) this.nextEnd = placeOf(buffer, ']]>', from)
    if (this.nextEnd < to) this.malformed('"]]>" in a text', this.nextEnd)
    if (this.nextAmpersand < from) this.nextAmpersand = placeOf(buffer, '&', from)
    const isPlain = this.nextAmpersand >= to
    if (!this.sink.wantsText && isPlain) return
    const text = this.normal(from, to)
    const decoded = isPlain ? text : this.decoded(text, from)
    if (this.sink.wantsText) this.sink.text(decoded)
  }

  /** A text with the line ends of XML. 2.11. */
  private normal(from: number, to: number): string {
    if (this.nextCarriage < from) this.nextCarriage = placeOf(this.buffer, '\r', from)
    const text = this.buffer.slice(from, to)
    return this.nextCarriage < to ? text.replace(/\r\n?/g, '\n') : text
  }

  private decoded(text: string, began: number): string {
    return decoded(text, (entity, at) => this.malformed(`"${entity}" is no known entity`, began + at))
  }

  private closeTag(): number {
    const { buffer, at } = this
    const name = this.open.at(-1)
    const isName = name !== undefined && isAt(buffer, name, at + 2)
    let end = at + 2 + (isName ? name.length : 0)
    while (isSpace(buffer.charCodeAt(end))) end++
    if (!isName || buffer.charCodeAt(end) !== greater) {
      end = buffer.indexOf('>', at + 2)
      if (end < 0) return -1
      this.malformed(`${buffer.slice(at, end + 1)} where ${name === undefined ? 'nothing is open' : `<${name}> is open`}`)
    }
    this.open.pop()
    this.tagBegan = this.gone + at
    this.tagEnded = this.gone + end + 1
    this.sink.close()
    return end + 1
  }

  private openTag(): number {
    const { buffer } = this
    const begin = this.at
    let i = nameEnd(buffer, begin + 1)
    if (i >= buffer.length) return -1
    const nameEnded = i
    let attributes: Record<string, string> | null = null
    let isSelfClosing = false
    for (;;) {
      const before = i
      while (isSpace(buffer.charCodeAt(i))) i++
      const c = buffer.charCodeAt(i)
      if (c === greater) break
      if (c === slash) {
        const next = buffer.charCodeAt(++i)
        if (Number.isNaN(next)) return -1
        if (next !== greater) this.malformed('"/" within a tag', i)
        isSelfClosing = true
        break
      }
      if (i >= buffer.length) return -1
      if (before === i) this.malformed('no space before an attribute', i)
      const keyBegan = i
      i = nameEnd(buffer, i)
      const keyEnded = i
      while (isSpace(buffer.charCodeAt(i))) i++
      if (i >= buffer.length) return -1
      if (buffer.charCodeAt(i) !== equals) this.malformed('an attribute without a value', keyBegan)
      i++
      while (isSpace(buffer.charCodeAt(i))) i++
      if (i >= buffer.length) return -1
      const mark = buffer.charCodeAt(i)
      if (mark !== quote && mark !== apostrophe) this.malformed('an attribute without quotes', i)
      const valueBegan = ++i
      let isPlain = true
      for (; i < buffer.length; i++) {
        const here = buffer.charCodeAt(i)
        if (here === mark) break
        if (here === less) this.malformed('"<" in the value of an attribute', i)
        if (here === ampersand || here < space) isPlain = false
      }
      if (i >= buffer.length) return -1
      const value = buffer.slice(valueBegan, i)
      i++
      const key = this.name(keyBegan, keyEnded, keyBegan).full
      attributes ??= new Bare()
      if (attributes[key] !== undefined) this.malformed(`the attribute ${key} comes twice`, keyBegan)
      attributes[key] = isPlain ? value : this.decoded(value.replace(/\r\n|[\t\n\r]/g, ' '), valueBegan)
    }
    const { full, local } = this.name(begin + 1, nameEnded, begin)
    if (this.open.length === 0) {
      if (this.isRootSeen) this.malformed('a second root element')
      this.isRootSeen = true
    }
    this.tagBegan = this.gone + begin
    this.tagEnded = this.gone + i + 1
    this.sink.open(local, attributes ?? none)
    if (isSelfClosing) this.sink.close()
    else this.open.push(full)
    return i + 1
  }

  /** A name as it was kept when it first came, so that it holds no longer text. */
  private name(from: number, to: number, at: number): Name {
    const { buffer } = this
    const length = to - from
    const slot = (length * 61 + buffer.charCodeAt(to - 1) * 31 + buffer.charCodeAt(from + (length >> 1)) * 7 + buffer.charCodeAt(from)) & (slots - 1)
    const last = this.slots[slot]
    if (last !== undefined && last.full.length === length && isAt(buffer, last.full, from)) return last
    const found = this.nameOf(buffer.slice(from, to), at)
    this.slots[slot] = found
    return found
  }

  private nameOf(text: string, at: number): Name {
    const known = this.names.get(text)
    if (known !== undefined) return known
    if (!named.test(text)) this.malformed(`${JSON.stringify(text.slice(0, 60))} is no name`, at)
    const full = copied(text)
    const name = { full, local: copied(full.slice(full.indexOf(':') + 1)) }
    if (this.names.size < mostNames) this.names.set(text, name)
    return name
  }

  private instruction(): number {
    const end = this.buffer.indexOf('?>', this.at + 2)
    return end < 0 ? -1 : end + 2
  }

  private declaration(): number {
    const { buffer, at } = this
    if (buffer.length - at < 9) return -1
    if (buffer.startsWith('<!--', at)) {
      const end = buffer.indexOf('--', at + 4)
      if (end < 0 || end + 2 >= buffer.length) return -1
      if (buffer.charCodeAt(end + 2) !== greater) this.malformed('"--" in a comment', end)
      return end + 3
    }
    if (buffer.startsWith('<![CDATA[', at)) {
      if (this.open.length === 0) this.malformed('text outside of the root element')
      const end = buffer.indexOf(']]>', at + 9)
      if (end >= 0 && this.sink.wantsText) this.sink.text(this.normal(at + 9, end))
      return end < 0 ? -1 : end + 3
    }
    if (!buffer.startsWith('<!DOCTYPE', at)) return this.malformed('"<!" of no known kind')
    if (this.isRootSeen || this.isTypeSeen) this.malformed('a document type that is not at the beginning')
    const end = typeEnd(buffer, at + 9)
    const declared = buffer.slice(at, end < 0 ? buffer.length : end)
    if (/<!ENTITY/.test(declared.replace(/<!--[\s\S]*?-->/g, ''))) this.fail('dtd')
    this.isTypeSeen = end >= 0
    return end
  }
}
