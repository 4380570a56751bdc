import { checkReport } from '../model/check.ts'
import { plainBlocks } from '../model/block.ts'
import type { Report } from '../model/report.ts'
import type { RowSource } from '../xlsx/table-sheet.ts'
import { canonical } from './to-json.ts'

/** So many characters leave at a time. */
const PORTION = 64_000

/** The report as text, with the sources of rows that have to be written in between where they belong. */
function* parts(value: unknown, sources: ReadonlyMap<unknown, RowSource>): Generator<string | RowSource> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield index === 0 ? '[' : ','
      yield* parts(item ?? null, sources)
    }
    yield value.length === 0 ? '[]' : ']'
  } else if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined).sort(([left], [right]) => (left < right ? -1 : 1))
    yield '{'
    for (const [index, [name, member]] of members.entries()) {
      yield `${index === 0 ? '' : ','}${JSON.stringify(name)}:`
      const source = name === 'rows' ? sources.get(value) : undefined
      if (source === undefined) yield* parts(member, sources)
      else yield source
    }
    yield '}'
  } else yield JSON.stringify(value)
}

/**
 * The bytes of `toJson`, piece by piece, for reports whose rows do not fit in memory: `rows` holds them by the id of their table, each
 * source read to its end before the next is begun. Throws ReportError for a report that breaks the model.
 */
export async function* streamJson(report: Report, rows: Readonly<Record<string, RowSource>> = {}): AsyncGenerator<Buffer> {
  checkReport(report)
  const sources = new Map<unknown, RowSource>()
  for (const block of report.sections.flatMap((section) => plainBlocks(section.blocks))) {
    const source = block.type === 'table' && block.id !== undefined ? rows[block.id] : undefined
    if (source !== undefined) sources.set(block, source)
  }
  let text = ''
  for (const part of parts({ format: 'heng-report', formatVersion: 1, report }, sources)) {
    if (typeof part === 'string') text += part
    else {
      text += '['
      let first = true
      for await (const row of part) {
        text += `${first ? '' : ','}${canonical(row)}`
        first = false
        if (text.length < PORTION) continue
        yield Buffer.from(text)
        text = ''
      }
      text += ']'
    }
    if (text.length < PORTION) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}
