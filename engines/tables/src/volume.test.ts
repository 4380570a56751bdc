import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { pieces } from './collect.fixture.ts'
import { readTable } from './read.ts'
import type { Table } from './table.ts'
import { workbookOf } from './xlsx/workbook.fixture.ts'

const ROWS = 100_000
const COLUMNS = Array.from({ length: 12 }, (_, index) => index)
/** Far below what the rows would take if they were all held (about 150 MB). */
const HEAP_GROWTH = 40 * 1024 ** 2

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

async function readAll(table: Table): Promise<{ rows: number; growth: number }> {
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  let rows = 0
  let growth = 0
  for await (const row of table.rows) {
    if (++rows % 20_000 === 0) {
      collectGarbage()
      growth = Math.max(growth, process.memoryUsage().heapUsed - before)
    }
    if (row.cells.length !== COLUMNS.length) throw new Error(`line ${row.line} has ${row.cells.length} cells`)
  }
  return { rows, growth }
}

describe('100,000 rows of 12 columns', () => {
  it('stream from CSV in bounded memory', async () => {
    const line = (row: number): string => COLUMNS.map((column) => `服务器 ${row}-${column}`).join(',')
    async function* file(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${COLUMNS.join(',')}\n`)
      for (let row = 0; row < ROWS; row++) yield Buffer.from(`${line(row)}\n`)
    }
    const { rows, growth } = await readAll(await readTable(file()))
    expect(rows).toBe(ROWS)
    expect(growth).toBeLessThan(HEAP_GROWTH)
  }, 60_000)

  it('stream from XLSX in bounded memory', async () => {
    const cell = (row: number, column: number): string =>
      column % 2 ? `<c><v>${row * column}.25</v></c>` : `<c t="inlineStr"><is><t>服务器 ${row}-${column}</t></is></c>`
    const data = Array.from(
      { length: ROWS + 1 },
      (_, row) => `<row r="${row + 1}">${COLUMNS.map((column) => cell(row, column)).join('')}</row>`,
    )
    const book = workbookOf({ sheets: { S: data.join('') } })
    data.length = 0
    const { rows, growth } = await readAll(await readTable(pieces(book)))
    expect(rows).toBe(ROWS)
    expect(growth).toBeLessThan(HEAP_GROWTH)
  }, 60_000)
})
