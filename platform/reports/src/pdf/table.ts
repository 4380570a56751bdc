import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js'
import { inkOn } from '../model/level.ts'
import type { Column, Row, Table } from '../model/table.ts'
import type { ShownCell } from '../text/cell.ts'
import { alignOf, showCell } from '../text/cell.ts'
import { cleanLine } from '../text/clean.ts'
import type { CleanRun } from '../text/runs.ts'
import type { Canvas, TextLook } from './canvas.ts'
import { gap, lineContent, lineHeight, measureOf, textLines } from './canvas.ts'
import { cellRuns, tableWidths } from '../layout/table-widths.ts'
import { HEAD_FILL, INK, MUTED, RULE, tableSize } from '../layout/theme.ts'
import { wrapRuns } from '../layout/wrap.ts'

const PAD_X = 4
const PAD_Y = 3

interface CellLines {
  readonly lines: CleanRun[][]
  readonly look: TextLook
  readonly fill?: string
}

function cellLines(shown: ShownCell, column: Column, width: number, canvas: Canvas, size: number, strong: boolean): CellLines {
  const colour = shown.level === undefined ? (shown.notAssessed ? MUTED : INK) : inkOn(shown.level.colour)
  const look: TextLook = { size, colour, align: alignOf(column) }
  const lines = wrapRuns(cellRuns(shown, strong), width - 0.5, measureOf(canvas, size))
  return shown.level === undefined ? { lines, look } : { lines, look, fill: shown.level.colour }
}

/** Cuts a row taller than `most` lines into several, because pdfmake loses what does not fit on one page. */
function partRow(cells: readonly CellLines[], most: number): CellLines[][] {
  const parts = Math.max(1, ...cells.map((cell) => Math.ceil(cell.lines.length / most)))
  return Array.from({ length: parts }, (_, part) =>
    cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * most, (part + 1) * most) })),
  )
}

const cellContent = (cell: CellLines, canvas: Canvas): TableCell => ({
  stack: cell.lines.map((line) => lineContent(line, canvas, cell.look)),
  ...(cell.fill === undefined ? {} : { fillColor: cell.fill }),
})

/** Thin rules between rows, none inside a row that was cut, a stronger one around the table and above totals. */
function layoutOf(continued: ReadonlySet<number>, strongLines: ReadonlySet<number>, canvas: Canvas): CustomTableLayout {
  return {
    hLineWidth: (line) => (continued.has(line) ? 0 : strongLines.has(line) ? 0.9 : 0.5),
    hLineColor: (line) => (strongLines.has(line) ? '#9AA7B3' : RULE),
    vLineWidth: () => 0,
    paddingLeft: () => PAD_X,
    paddingRight: () => PAD_X,
    paddingTop: (row) => (continued.has(row) ? 0 : gap(PAD_Y, canvas)),
    paddingBottom: (row) => (continued.has(row + 1) ? 0 : gap(PAD_Y, canvas)),
  }
}

function captionOf(table: Table, canvas: Canvas): Content[] {
  if (table.caption === undefined) return []
  // Claims room for the head of the table and gives it back, so that a caption never stands alone at the foot of a page.
  const room = gap(60, canvas)
  const lines = textLines([{ text: cleanLine(table.caption), strong: true }], canvas.width, canvas, { size: 8.5, colour: MUTED })
  return [{ unbreakable: true, stack: [...lines, { text: '', fontSize: 1, margin: [0, 0, 0, room] }], margin: [0, 0, 0, -room] }]
}

/** A table with its header repeated on each page and rows kept whole. About 60 µs per cell. */
export function tableContent(table: Table, canvas: Canvas): Content[] {
  const { columns } = table
  const size = tableSize(columns.length)
  const show = (row: Row): ShownCell[] => columns.map((column) => showCell(row[column.key], column, canvas.cells))
  const shown = table.rows.map(show)
  const totals = table.totals === undefined ? [] : [show(table.totals)]
  const room = canvas.width - columns.length * PAD_X * 2
  const widths = tableWidths(columns, shown, totals, room, measureOf(canvas, size))
  const linesOf = (row: readonly ShownCell[], strong: boolean): CellLines[] =>
    row.map((cell, index) => cellLines(cell, columns[index] ?? { key: '', title: '' }, widths[index] ?? 0, canvas, size, strong))

  const most = Math.floor((canvas.height * 0.6) / lineHeight(size, canvas))
  const header = columns.map((column, index): TableCell => ({
    stack: textLines([{ text: cleanLine(column.title), strong: true }], widths[index] ?? 0, canvas, { size, align: alignOf(column) }),
    fillColor: HEAD_FILL,
  }))
  const body: TableCell[][] = [header]
  const continued = new Set<number>()
  const strongLines = new Set<number>([0, 1])
  const add = (cells: readonly CellLines[]): void => {
    partRow(cells, most).forEach((part, index) => {
      if (index > 0) continued.add(body.length)
      body.push(part.map((cell) => cellContent(cell, canvas)))
    })
  }
  shown.forEach((row) => add(linesOf(row, false)))
  if (table.rows.length === 0) {
    const none = lineContent([{ text: canvas.cells.messages.noRows, strong: false }], canvas, { size, colour: MUTED })
    body.push(columns.map((_, index): TableCell => (index === 0 ? { stack: [none], colSpan: columns.length } : {})))
  }
  if (totals.length > 0) strongLines.add(body.length)
  totals.forEach((row) => add(linesOf(row, true)))
  strongLines.add(body.length)

  return [
    ...captionOf(table, canvas),
    {
      table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths, body },
      layout: layoutOf(continued, strongLines, canvas),
      margin: [0, gap(2, canvas), 0, gap(12, canvas)],
    },
  ]
}
