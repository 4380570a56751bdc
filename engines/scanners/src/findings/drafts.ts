import { asUtf8, blocks, invalidAt } from '../input/encoding.ts'
import { withoutPrefix } from '../input/jsonPrefix.ts'
import { readJsonRecords, type Json } from '../input/jsonRecords.ts'
import type { ScanLimits } from '../input/limits.ts'
import { ScanError } from '../input/problem.ts'
import { unpacked } from '../input/unpack.ts'
import { copyOf, readXmlRecords, type XmlNode } from '../input/xmlRecords.ts'
import type { Draft } from './draft.ts'
import { valueAt } from './genericFindings.ts'
import { pageOf } from './html.ts'
import { missingIn, namesOf, tellsTitle, type Mapping } from './mapping.ts'
import type { Part } from './parts.ts'
import type { HtmlReader, JsonReader, TableReader, TextReader, XmlReader } from './reader.ts'
import { headerAt } from './readers.ts'
import { tableOf } from './unread.ts'

/** What a part tells, as its reader drafts it, a few at a time. */
export const draftsOf = (part: Part, limits: ScanLimits, mapping: Mapping | undefined): AsyncGenerator<readonly Draft[]> => {
  const { reader } = part
  switch (reader.kind) {
    case 'json': return ofJson(reader, part, limits, mapping)
    case 'xml': return ofXml(reader, part, limits)
    case 'table': return ofTable(reader, part, limits, mapping)
    case 'html': return ofPage(reader, part, limits)
    case 'text': return ofText(reader, part, limits)
  }
}

/** Asks, while records pass, for the keys that were mapped: any of them may have them. */
const watched = (mapping: Mapping | undefined): { see: (value: Json, drafts: number) => void; end: () => void } => {
  const missing = new Set(mapping === undefined ? [] : namesOf(mapping))
  const keys = new Set<string>()
  let [records, found] = [0, 0]
  return {
    see: (value, drafts) => {
      if (mapping === undefined) return
      records++
      found += drafts
      for (const name of missing) if (valueAt(value, name) !== null) missing.delete(name)
      if (keys.size < 100 && value !== null && typeof value === 'object') for (const key of Object.keys(value).slice(0, 100)) keys.add(key)
    },
    end: () => {
      if (records > 0 && missing.size > 0) throw new ScanError('mapping-column', { found: [...missing].join(', '), allowed: [...keys].join(', ') })
      if (records > 0 && found === 0 && mapping !== undefined && !tellsTitle([...keys], mapping)) throw new ScanError('mapping-title')
    },
  }
}

async function* ofJson(reader: JsonReader, { source, head }: Part, limits: ScanLimits, mapping: Mapping | undefined): AsyncGenerator<readonly Draft[]> {
  const sequence = reader.mayBeLines === true && !head.isList
  const open = (context: { value: Json }, skip: boolean) => readJsonRecords(withoutPrefix(asUtf8(unpacked(source(), limits))), reader.paths, limits, context, { skip, isKnown: reader.needsContext === true && !skip, sequence })
  const before: { value: Json } = { value: null }
  if (reader.needsContext === true) {
    for await (const _ of open(before, true));
  }
  const growing: { value: Json } = { value: null }
  const run = {
    get context() {
      return reader.needsContext === true ? before.value : growing.value
    },
    mapping: mapping ?? {},
  }
  const { see, end } = watched(mapping)
  for await (const records of open(growing, false)) {
    for (const record of records) {
      const drafts = reader.read(record, run)
      see(record.value, drafts.length)
      yield drafts
    }
  }
  end()
}

/** Nodes that stay until the end are not to be more than what may stand beside records. */
const firstOf = async (reader: XmlReader, { source }: Part, limits: ScanLimits): Promise<XmlNode[]> => {
  const first: XmlNode[] = []
  if (reader.first === undefined) return first
  let length = 0
  for await (const records of readXmlRecords(unpacked(source(), limits), reader.first, limits)) {
    for (const { node, line } of records) {
      length += lengthOf(node)
      if (length > limits.contextLength) throw new ScanError('context-length', { allowed: limits.contextLength, line, column: 1 })
      first.push(copyOf(node))
    }
  }
  return first
}

const lengthOf = ({ name, at, text, children }: XmlNode): number =>
  Object.entries(at).reduce((sum, [key, value]) => sum + key.length + value.length, 16 + name.length + text.length) + children.reduce((sum, child) => sum + lengthOf(child), 0)

async function* ofXml(reader: XmlReader, part: Part, limits: ScanLimits): AsyncGenerator<readonly Draft[]> {
  const run = { first: await firstOf(reader, part, limits) }
  for await (const records of readXmlRecords(unpacked(part.source(), limits), reader.shape, limits)) {
    for (const record of records) yield reader.read(record, run)
  }
}

const placesOf = (header: readonly string[]): Map<string, number> => new Map(header.map((name, i) => [name.trim().toLowerCase(), i]))

async function* ofTable(reader: TableReader, part: Part, limits: ScanLimits, mapping: Mapping = {}): AsyncGenerator<readonly Draft[]> {
  const opened = await tableOf(part, limits)
  let above = namesOf(mapping).length > 0 ? part.head.rows.findIndex((row) => missingIn(mapping, row).length === 0) : headerAt(reader, part.head)
  let table = { header: opened.header }
  let places = placesOf(table.header)
  for await (const { line, cells } of opened.rows) {
    if (above > 0) {
      if (--above === 0) {
        table = { header: cells.map((name) => name.trim()) }
        places = placesOf(table.header)
      }
      continue
    }
    const cell = (...names: readonly string[]): string | null => {
      for (const name of names) {
        const text = cells[places.get(name.toLowerCase()) ?? -1]?.trim()
        if (text !== undefined && text !== '') return text
      }
      return null
    }
    yield reader.read({ line, cell }, { table, mapping })
  }
}

/** A page that breaks off gives what it tells before. */
async function* ofPage(reader: HtmlReader, { source }: Part, limits: ScanLimits): AsyncGenerator<readonly Draft[]> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of asUtf8(unpacked(source(), limits))) {
    length += chunk.length
    if (length > limits.contextLength) throw new ScanError('context-length', { allowed: limits.contextLength, line: 1, column: 1 })
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  const bad = invalidAt(bytes)
  const text = bytes.toString('utf8', 0, bad < 0 ? bytes.length : bad)
  yield reader.read(pageOf(text, limits.contextLength))
  const place = { line: text.split('\n').length, column: text.length - text.lastIndexOf('\n') }
  if (bad >= 0) throw new ScanError('encoding', { found: 'utf-8', ...place })
  if (!/<\/html\s*>/i.test(text.slice(-4_096))) throw new ScanError('truncated', { found: '<html> is not closed', ...place })
}

async function* ofText(reader: TextReader, { source }: Part, limits: ScanLimits): AsyncGenerator<readonly Draft[]> {
  const read = reader.begin()
  let rest = ''
  let number = 0
  for await (const bytes of blocks(asUtf8(unpacked(source(), limits)))) {
    if (bytes === null) break
    const bad = invalidAt(bytes)
    const lines = (rest + bytes.toString('utf8', 0, bad < 0 ? bytes.length : bad)).split('\n')
    rest = lines.pop()!
    for (const line of lines) yield read(line.replace(/\r$/, ''), ++number)
    if (bad >= 0) throw new ScanError('encoding', { found: 'utf-8', line: number + 1, column: rest.length + 1 })
    if (rest.length > limits.token) throw new ScanError('token', { allowed: limits.token, line: number + 1, column: 1 })
  }
  if (rest !== '') yield read(rest, ++number)
  yield read(null, number + 1)
}
