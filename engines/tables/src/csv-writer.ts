import { DELIMITERS, type Delimiter } from './delimiter.ts'
import { guard } from './guard.ts'

/** What a cell may hold; null is an empty cell. Numbers are written as JavaScript prints them. */
export type CellValue = string | number | boolean | null

/** How a line is written. */
export interface CsvLineOptions {
  /** Neutralise would-be formulas by a leading apostrophe (default true). See `guard`. */
  guardFormulas?: boolean
  /** Default ','. */
  delimiter?: Delimiter
}

/** How a file is written. */
export interface CsvOptions extends CsvLineOptions {
  /** Begin with a UTF-8 byte order mark: without it Excel on a Chinese Windows reads the file as GBK (default true). */
  bom?: boolean
}

const BLOCK = 64 * 1024
/** All delimiters are quoted, not only the one in use, or a reader could mistake another one for it. */
const QUOTED = new RegExp(`["\\r\\n\\uFEFF${DELIMITERS.join('')}]|^\\s|\\s$`)

/** One row of RFC 4180, ended by CR LF. Unguarded, a hostile cell can run as a formula when a spreadsheet opens the file. */
export function csvLine(cells: readonly CellValue[], options: CsvLineOptions = {}): string {
  const { guardFormulas = true, delimiter = ',' } = options
  const written = cells.map((cell) => {
    const plain = cell === null ? '' : String(cell)
    const text = guardFormulas ? guard(plain) : plain
    return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${written.join(delimiter)}\r\n`
}

/** Writes a file, UTF-8, in chunks of about 64 KiB; the header is simply the first row. */
export async function* writeCsv(
  rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>,
  options: CsvOptions = {},
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = options.bom === false ? '' : '\uFEFF'
  for await (const row of rows) {
    text += csvLine(row, options)
    if (text.length < BLOCK) continue
    yield encoder.encode(text)
    text = ''
  }
  if (text !== '') yield encoder.encode(text)
}
