import type { Worksheet } from 'exceljs'
import { weightOf } from '../layout/column-widths.ts'
import { MUTED } from '../layout/theme.ts'
import { PORTRAIT_COLUMNS } from '../model/limits.ts'
import type { Report } from '../model/report.ts'
import type { Row, Table } from '../model/table.ts'
import type { CellContext } from '../text/cell.ts'
import { alignOf, openCell } from '../text/cell.ts'
import { cleanLine } from '../text/clean.ts'
import { linked, sheetCell, textCell } from './cells.ts'
import type { Workbook } from './sheet.ts'
import { openSheet, writeRow } from './sheet.ts'
import { headerLook } from './styles.ts'

/** Rows at hand or arriving. */
export type RowSource = Iterable<Row> | AsyncIterable<Row>

/** Excel's own bound. */
export const MOST_ROWS = 1_048_576
/**
 * Excel would allow 65,530 links in a sheet, but exceljs writes them all at once when the sheet closes: that many
 * hold the event loop for 60 ms, these for under 30 ms. Further cells keep their text without the link.
 */
const MOST_LINKS = 20_000

export interface TableJob {
  readonly table: Table
  readonly rows: RowSource
  readonly name: string
  /** Name of a further sheet, when the table outgrows one. */
  readonly nextName: () => string
  readonly rowsPerSheet: number
}

interface OpenTable {
  readonly sheet: Worksheet
  rows: number
  links: number
}

function open(workbook: Workbook, name: string, table: Table, report: Report): OpenTable {
  const { columns } = table
  const sheet = openSheet(workbook, name, report, { landscape: columns.length > PORTRAIT_COLUMNS, frozenRows: 1 })
  sheet.columns = columns.map((column) => ({ width: Math.min(60, Math.max(11, weightOf(column) * 12)) }))
  writeRow(
    sheet,
    columns.map((column) => textCell(cleanLine(column.title), headerLook(alignOf(column)))),
  )
  return { sheet, rows: 1, links: 0 }
}

function close(open: OpenTable, columns: number): void {
  open.sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: open.rows, column: columns } }
  open.sheet.commit()
}

/** Writes a table to a sheet of its own, row by row, and to further sheets beyond Excel's 1,048,576 rows. */
export async function writeTable(
  workbook: Workbook,
  job: TableJob,
  report: Report,
  context: CellContext,
  pace: () => Promise<void> | undefined,
): Promise<void> {
  const { table } = job
  let current = open(workbook, job.name, table, report)
  const write = (row: Row, strong: boolean): void => {
    if (current.rows >= job.rowsPerSheet) {
      close(current, table.columns.length)
      current = open(workbook, job.nextName(), table, report)
    }
    const cells = table.columns.map((column) => {
      const cell = sheetCell(row[column.key], column, context, strong)
      const link = openCell(row[column.key])?.link
      if (link === undefined || current.links >= MOST_LINKS) return cell
      current.links += 1
      return linked(cell, link)
    })
    writeRow(current.sheet, cells)
    current.rows += 1
  }
  let empty = true
  for await (const row of job.rows) {
    empty = false
    write(row, false)
    const rest = pace()
    if (rest !== undefined) await rest
  }
  if (empty) writeRow(current.sheet, [textCell(context.messages.noRows, { colour: MUTED })])
  if (table.totals !== undefined) write(table.totals, true)
  close(current, table.columns.length)
}
