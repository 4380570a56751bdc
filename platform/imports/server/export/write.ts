import { writeCsv } from '@heng/engine-tables'
import { NOT_ASSESSED, toXlsx, type Cell, type ColumnKind, type Report, type Row } from '@heng/reports'
import type { Field, Label, Locale } from '@heng/contract'
import type { AnyRegister, Ctx, Values } from '@heng/server-kit'
import { PassThrough, Readable } from 'node:stream'
import { nounWords } from '../target/words.ts'
import type { ExportColumn } from './columns.ts'
import type { TextOf } from './texts.ts'

/** Rows of a register with the names of what they point to, a piece at a time. */
export interface Piece {
  readonly rows: readonly Values[]
  readonly labels: Readonly<Record<string, Label>>
}

export interface Export {
  readonly ctx: Ctx
  readonly reg: AnyRegister
  readonly columns: readonly ExportColumn[]
  readonly locale: Locale
  readonly textOf: TextOf
  readonly count: number
  readonly query: unknown
  readonly pieces: AsyncIterable<Piece>
}

/** Text with a byte order mark, one kind of row, would-be formulas made harmless. */
export const asCsv = ({ columns, textOf, pieces }: Export): Readable => {
  const rows = async function* () {
    yield columns.map(({ title }) => title)
    for await (const { rows: some, labels } of pieces) for (const row of some) yield columns.map((column) => textOf(column, row, labels))
  }
  return Readable.from(writeCsv(rows()), { objectMode: false })
}

const kinds: Readonly<Partial<Record<Field['kind'], ColumnKind>>> = { integer: 'number', number: 'number', level: 'number', date: 'date', timestamp: 'date', money: 'money' }
export const kindOf = ({ key, field }: ExportColumn): ColumnKind => (field === undefined ? (key.endsWith('At') ? 'date' : 'text') : (kinds[field.kind] ?? 'text'))

export const cellOf = (column: ExportColumn, row: Values, labels: Piece['labels'], textOf: TextOf): Cell => {
  const value = row[column.key] ?? null
  if (column.field?.kind === 'level' && value === null) return NOT_ASSESSED
  return kindOf(column) === 'text' ? textOf(column, row, labels) : (value as Cell)
}

/** A workbook with a cover sheet that says what was exported, and one sheet of typed cells. */
export const asXlsx = ({ ctx, reg, columns, locale, textOf, pieces, count }: Export): Readable => {
  const words = nounWords(ctx.kit, reg.noun)[locale]
  const report: Report = {
    title: words.many, locale, organisation: ctx.org.name, generatedAt: ctx.now.toISOString(), timezone: ctx.org.timezone,
    subtitle: locale === 'en' ? `${count} records, exported by ${ctx.caller.name}` : `共 ${count} 条，由 ${ctx.caller.name} 导出`,
    sections: [{
      heading: words.many,
      blocks: [{ type: 'table', id: 'rows', columns: columns.map((column) => ({ key: column.key, title: column.title, kind: kindOf(column) })), rows: [] }],
    }],
  }
  const rows = async function* (): AsyncGenerator<Row> {
    for await (const { rows: some, labels } of pieces) for (const row of some) yield Object.fromEntries(columns.map((column) => [column.key, cellOf(column, row, labels, textOf)]))
  }
  const sink = new PassThrough()
  toXlsx(report, sink, { rows: { rows: rows() } }).catch((error: unknown) => sink.destroy(error as Error))
  return sink
}

/** Raw values as the API gives them, and the names of what they point to at the end; a record a line. */
export const asJson = ({ ctx, reg, columns, pieces, count, query }: Export): Readable => {
  const keys = ['id', 'reference', 'version', ...columns.map(({ key }) => key), 'createdAt', 'updatedAt', 'archivedAt']
  const text = async function* () {
    const head = { noun: reg.noun.name, organisation: ctx.org.slug, exportedAt: ctx.now.toISOString(), query, count }
    yield `${JSON.stringify(head).slice(0, -1)},"items":[`
    const known = new Map<string, Label>()
    let first = true
    for await (const { rows, labels } of pieces) {
      for (const [id, label] of Object.entries(labels)) known.set(id, label)
      yield rows.map((row) => {
        const line = `${first ? '\n' : ',\n'}${JSON.stringify(Object.fromEntries(keys.map((key) => [key, row[key] ?? null])))}`
        first = false
        return line
      }).join('')
    }
    yield `\n],"labels":${JSON.stringify(Object.fromEntries(known))}}\n`
  }
  return Readable.from(text(), { objectMode: false })
}
