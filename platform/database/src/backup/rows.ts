import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { TableSum } from './format.ts'
import type { Source } from './source.ts'

/** What one FETCH aims at, in bytes of text, and the most rows it asks for. */
const FETCH_BYTES = 1_000_000
const FETCH_ROWS = 2_000

type Cells = (string | null)[]

/** The lines of a source, in batches of about a megabyte; memory is bounded by the widest rows. */
export async function* readLines(client: ClientBase, source: Source): AsyncGenerator<string[]> {
  await client.query(`declare heng_rows no scroll cursor for ${source.select}`)
  try {
    for (let count = 50; ;) {
      const { rows } = await client.query<Cells>({ text: `fetch forward ${count} from heng_rows`, rowMode: 'array', types: RAW })
      if (rows.length === 0) return
      const lines = rows.map((row) => `${JSON.stringify(row)}\n`)
      yield lines
      const bytes = lines.reduce((sum, line) => sum + line.length, 0)
      count = Math.max(1, Math.min(FETCH_ROWS, count * 4, Math.floor((FETCH_BYTES * rows.length) / bytes)))
    }
  } finally {
    // After an error the transaction is lost and with it the cursor.
    await client.query('close heng_rows').catch(() => undefined)
  }
}

/** Counts and hashes lines as they pass. */
export function summer(name: string): { add(line: string | Uint8Array, rows: number): void; sum(): TableSum } {
  const hash = createHash('sha256')
  let count = 0
  return {
    add(line, rows) {
      hash.update(line)
      count += rows
    },
    sum: () => ({ name, rows: count, sha256: hash.digest('hex') }),
  }
}

/** Reads a source whole, for its sum alone. */
export async function sumOf(client: ClientBase, source: Source): Promise<TableSum> {
  const sums = summer(source.name)
  for await (const lines of readLines(client, source)) sums.add(lines.join(''), lines.length)
  return sums.sum()
}

/**
 * Puts the lines of one part back.
 * @returns number of rows
 * @throws RangeError when a line is not an array of as many texts as the source has columns; errors of the database as they come
 */
export async function insertLines(client: ClientBase, source: Source, part: Buffer): Promise<number> {
  const lines = part.toString('utf8').split('\n')
  if (lines.pop() !== '') throw new RangeError('the last line has no end')
  const width = source.columns.length
  const columns: Cells[] = source.columns.map(() => [])
  lines.forEach((line, at) => {
    const row = parseRow(line)
    if (row?.length !== width) throw new RangeError(`line ${at + 1} is not a row of ${width} columns`)
    row.forEach((cell, column) => columns[column]?.push(cell))
  })
  if (lines.length > 0) await client.query(source.insert, columns)
  return lines.length
}

// Every column is selected as text: the driver must not make arrays or dates of it.
const RAW = { getTypeParser: () => (value: string) => value }

function parseRow(line: string): Cells | undefined {
  try {
    const row: unknown = JSON.parse(line)
    if (Array.isArray(row) && row.every((cell) => typeof cell === 'string' || cell === null)) return row
  } catch {
    // Not JSON: as wrong as JSON of another shape.
  }
  return undefined
}
