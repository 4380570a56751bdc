import { asUtf8, blocks, invalidAt } from '../input/encoding.ts'
import { readJsonRecords, type Json } from '../input/jsonRecords.ts'
import type { ScanLimits } from '../input/limits.ts'
import { ScanError } from '../input/problem.ts'
import { unpacked } from '../input/unpack.ts'
import { copyOf, readXmlRecords, type XmlNode } from '../input/xmlRecords.ts'
import type { Draft } from './draft.ts'
import { tableOf, type Part } from './parts.ts'
import type { JsonReader, TableReader, TextReader, XmlReader } from './reader.ts'

/** What a part tells, as its reader drafts it, a few at a time. */
export const draftsOf = (part: Part, limits: ScanLimits): AsyncGenerator<readonly Draft[]> => {
  const { reader } = part
  return reader.kind === 'json' ? ofJson(reader, part, limits)
    : reader.kind === 'xml' ? ofXml(reader, part, limits)
      : reader.kind === 'table' ? ofTable(reader, part, limits) : ofText(reader, part, limits)
}

async function* ofJson(reader: JsonReader, { source, head }: Part, limits: ScanLimits): AsyncGenerator<readonly Draft[]> {
  const sequence = reader.mayBeLines === true && !head.isList
  const open = (context: { value: Json }, skip: boolean) => readJsonRecords(asUtf8(unpacked(source(), limits)), reader.paths, limits, context, { skip, sequence })
  const before: { value: Json } = { value: null }
  if (reader.needsContext === true) {
    for await (const _ of open(before, true));
  }
  const growing: { value: Json } = { value: null }
  const run = {
    get context() {
      return reader.needsContext === true ? before.value : growing.value
    },
  }
  for await (const records of open(growing, false)) {
    for (const record of records) yield reader.read(record, run)
  }
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

async function* ofTable(reader: TableReader, part: Part, limits: ScanLimits): AsyncGenerator<readonly Draft[]> {
  const table = await tableOf(part, limits)
  const places = new Map(table.header.map((name, i) => [name.trim().toLowerCase(), i]))
  for await (const { line, cells } of table.rows) {
    const cell = (...names: readonly string[]): string | null => {
      for (const name of names) {
        const text = cells[places.get(name.toLowerCase()) ?? -1]?.trim()
        if (text !== undefined && text !== '') return text
      }
      return null
    }
    yield reader.read({ line, cell }, { table })
  }
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
