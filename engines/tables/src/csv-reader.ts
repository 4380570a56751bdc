import type { ByteStream } from './bytes.ts'
import { CsvScanner, type RawRow } from './csv-scanner.ts'
import { Decoder } from './decode.ts'
import { detectDelimiter, type Delimiter } from './delimiter.ts'
import { unguard } from './guard.ts'
import type { Limits } from './limits.ts'
import { TableError } from './problem.ts'
import { checkHeader, shapeRows } from './shape.ts'
import type { ReadOptions, Table } from './table.ts'

/** A header line longer than this many characters is judged by its beginning. */
const SAMPLE = 1024 * 1024

/** Opens delimited text: finds encoding and delimiter, reads the header. */
export async function readCsv(bytes: ByteStream, options: ReadOptions, limits: Limits): Promise<Table> {
  const decoder = new Decoder(options.encoding)
  const text = decoded(bytes, decoder)
  const rows = scanned(text, options, limits)
  const first = await rows.next()
  if (first.done) throw new TableError('empty', { allowed: 'CSV, XLSX' })
  const { delimiter, row } = first.value
  const body = async function* (): AsyncGenerator<RawRow> {
    for await (const each of rows) yield each.row
  }
  return {
    format: 'csv',
    get encoding() {
      return decoder.encoding
    },
    delimiter,
    sheets: [],
    sheet: undefined,
    ...checkHeader(row),
    rows: shapeRows(body(), row.cells.length, false, limits),
    close: async () => {
      await rows.return(undefined)
      await bytes.close()
    },
  }
}

async function* decoded(bytes: ByteStream, decoder: Decoder): AsyncGenerator<string> {
  for await (const chunk of bytes.chunks()) yield decoder.write(chunk)
  yield decoder.end()
}

interface ScannedRow {
  delimiter: Delimiter
  row: RawRow
}

async function* scanned(text: AsyncIterable<string>, options: ReadOptions, limits: Limits): AsyncGenerator<ScannedRow> {
  const strip = options.stripGuard ?? true
  let delimiter = options.delimiter
  let scanner: CsvScanner | undefined
  let sample = ''
  const shaped = (delimiter: Delimiter, rows: RawRow[]): ScannedRow[] =>
    rows.map(({ line, cells }) => ({ delimiter, row: { line, cells: strip ? cells.map(unguard) : cells } }))
  for await (const piece of text) {
    sample += piece
    delimiter ??= detectDelimiter(sample, sample.length > SAMPLE)
    if (!delimiter) continue
    scanner ??= new CsvScanner(delimiter, limits)
    yield* shaped(delimiter, scanner.write(sample))
    sample = ''
  }
  delimiter ??= detectDelimiter(sample, true) ?? ','
  scanner ??= new CsvScanner(delimiter, limits)
  yield* shaped(delimiter, [...scanner.write(sample), ...scanner.end()])
}
