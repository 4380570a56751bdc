import { asUtf8, blocks, invalidAt, isPlain } from './encoding.ts'
import type { ScanLimits } from './limits.ts'
import { XmlScanner, type Attributes } from './xmlScan.ts'
import { copied, less } from './xmlText.ts'

/** An element that was kept whole. Names are without their prefix; attributes as written. */
export interface XmlNode {
  readonly name: string
  readonly at: Attributes
  readonly children: readonly XmlNode[]
  /** Its own text, without that of its children. */
  readonly text: string
}

/** An element that is still open above a record: its attributes, and those of its children that are kept as context, as far as they were read. */
export interface XmlOpen {
  readonly name: string
  readonly at: Attributes
  readonly kept: readonly XmlNode[]
}

export interface XmlRecord {
  readonly node: XmlNode
  /** From the root to the parent. */
  readonly above: readonly XmlOpen[]
  readonly line: number
}

/** Which elements are records, and which are kept for the records under the same parent. Local names, or `parent/name`. */
export interface XmlShape {
  readonly records: readonly string[]
  readonly context: readonly string[]
}

interface Building {
  readonly name: string
  readonly at: Attributes
  children: Building[]
  text: string
}
interface Open {
  readonly name: string
  readonly at: Attributes
  readonly kept: Building[]
  length: number
}

/** What a node takes besides its characters, in characters: many small ones are to count for what they are. */
const nodeLength = 16
/** In bytes; a longer tag is given to the scanner as it comes. */
const mostHeld = 4_096
const childless: Building[] = []
Object.freeze(childless)

/** A node that stays, without the chunk that its texts were cut out of. */
export const copyOf = (node: XmlNode): Building => ({
  name: node.name, at: Object.setPrototypeOf(Object.fromEntries(Object.entries(node.at).map(([name, value]) => [name, copied(value)])), null) as Attributes,
  children: node.children.map(copyOf), text: copied(node.text),
})

/** Whether an element is of those that a shape names. */
const among = (names: readonly string[]): ((name: string, parent: string | undefined) => boolean) => {
  const [plain, under] = [new Set(names.filter((n) => !n.includes('/'))), new Set(names.filter((n) => n.includes('/')))]
  const last = new Set([...under].map((n) => n.slice(n.indexOf('/') + 1)))
  return (name, parent) => plain.has(name) || (last.has(name) && under.has(`${parent ?? ''}/${name}`))
}

/**
 * Streams the records of an XML report, each as a small tree, as many at a time as a chunk brings. Memory is one chunk, one record and the context. Elements that are
 * neither record nor context leave nothing behind.
 */
export async function* readXmlRecords(stream: AsyncIterable<Uint8Array>, shape: XmlShape, limits: ScanLimits): AsyncGenerator<readonly XmlRecord[]> {
  const [isRecordName, isContextName] = [among(shape.records), among(shape.context)]
  const open: Open[] = []
  const building: Building[] = []
  let isRecord = false
  let began = 0
  let nodes = 0
  let contextLength = 0
  let ready: XmlRecord[] = []

  const grow = (more: number): void => {
    contextLength += more
    if (contextLength > limits.contextLength) scanner.fail('context-length', { allowed: limits.contextLength })
  }
  const sink = {
    wantsText: false,
    open(name: string, at: Attributes): void {
      if (open.length + building.length >= limits.depth) scanner.fail('depth', { allowed: limits.depth })
      const node = { name, at, children: childless, text: '' }
      const above = building.at(-1)
      if (above !== undefined) {
        if (above.children === childless) above.children = [node]
        else above.children.push(node)
        building.push(node)
        nodes++
        return
      }
      const parent = open.at(-1)?.name
      isRecord = isRecordName(name, parent)
      if (isRecord || isContextName(name, parent)) {
        began = scanner.tagBegan
        nodes = 1
        sink.wantsText = true
        building.push(node)
      } else {
        const length = scanner.tagEnded - scanner.tagBegan
        open.push({ name, at, kept: [], length })
        grow(length)
      }
    },
    close(): void {
      const done = building.pop()
      if (done === undefined) contextLength -= open.pop()?.length ?? 0
      else if (building.length === 0) {
        sink.wantsText = false
        const top = open.at(-1)
        if (isRecord) ready.push({ node: done, above: [...open], line: scanner.line() })
        else if (top !== undefined) {
          const length = scanner.tagEnded - began + nodes * nodeLength
          top.kept.push(copyOf(done))
          top.length += length
          grow(length)
        }
      }
    },
    text(text: string): void {
      building.at(-1)!.text += text
    },
  }
  const scanner = new XmlScanner(sink, limits.token)

  const write = (text: string, plain: boolean): void => {
    scanner.write(text, plain)
    if (building.length === 0) return
    const [most, code] = isRecord ? [limits.recordLength, 'record-length' as const] : [limits.contextLength, 'context-length' as const]
    if (scanner.position - began + nodes * nodeLength > most) scanner.fail(code, { allowed: most })
  }
  /** A tag that has only begun waits for the next bytes: the scanner is quicker with a text that was not put together out of two. */
  let held: Buffer = Buffer.alloc(0)
  const writeBytes = (more: Buffer): void => {
    const bytes: Buffer = held.length === 0 ? more : Buffer.concat([held, more])
    const tag = bytes.lastIndexOf(less)
    const end = tag < 0 || bytes.length - tag > mostHeld ? bytes.length : tag
    held = bytes.subarray(end)
    if (end > 0) writeAll(bytes.subarray(0, end))
  }
  const writeAll = (bytes: Buffer): void => {
    const plain = isPlain(bytes)
    const bad = plain ? -1 : invalidAt(bytes)
    write(bytes.toString(plain ? 'latin1' : 'utf8', 0, bad < 0 ? bytes.length : bad), plain)
    if (bad >= 0) scanner.failAtEnd('encoding', { found: 'utf-8' })
  }

  /** What a step completed is given out before its failure is. */
  const step = (work: () => void): { readonly out: readonly XmlRecord[]; readonly failure: unknown } => {
    let failure: unknown
    try {
      work()
    } catch (error) {
      failure = error
    }
    const out = ready
    ready = []
    return { out, failure }
  }
  const end = (): void => {
    writeAll(held)
    scanner.end()
  }
  for await (const bytes of blocks(asUtf8(stream))) {
    const { out, failure } = step(() => (bytes === null ? end() : writeBytes(bytes)))
    if (out.length > 0) yield out
    if (failure !== undefined) throw failure
  }
}
