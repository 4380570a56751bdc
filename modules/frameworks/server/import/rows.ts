import { HengError, type Locale, type Text } from '@heng/contract'
import { readTable, TableError, type Table } from '@heng/engine-tables'
import { unreadable } from './files.ts'
import { columnNames, columnsOf, type TableColumn } from './columns.ts'

export interface TableRow {
  readonly line: number
  readonly cell: (column: TableColumn) => string | null
}
export type RowError = Text & { readonly line: number | null }

const mostRows = 20_000

/** Every row of a framework table, CSV or XLSX, with what is wrong in it; which columns are needed the caller says. */
export const readRows = async (
  bytes: Buffer,
  needed: readonly TableColumn[],
  locale: Locale,
): Promise<{ rows: TableRow[]; errors: RowError[] }> => {
  try {
    const table = await readTable(oneChunk(bytes), { limits: { rows: mostRows } })
    const columns = columnsOf(table.header)
    const missing = needed.find((column) => columns[column] === undefined)
    if (missing !== undefined)
      throw new HengError('framework.column', { params: { names: columnNames(missing), found: table.header.join(', ') } })
    return await collect(table, columns)
  } catch (error) {
    throw error instanceof TableError ? unreadable(error.problem, locale) : error
  }
}

const collect = async (table: Table, columns: Partial<Record<TableColumn, number>>): Promise<{ rows: TableRow[]; errors: RowError[] }> => {
  const rows: TableRow[] = []
  const errors: RowError[] = []
  for await (const { line, cells, problems } of table.rows) {
    for (const problem of problems) errors.push({ line, ...problem.message })
    const cell = (column: TableColumn) => {
      const index = columns[column]
      const text = index === undefined ? '' : (cells[index] ?? '').trim()
      return text === '' ? null : text
    }
    rows.push({ line, cell })
  }
  return { rows, errors }
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
