import { Paragraph, Table as WordTable, TableLayoutType, TableRow, WidthType } from 'docx'
import type { FileChild } from 'docx'
import { cellRuns, tableWidths } from '../layout/table-widths.ts'
import { HEAD_FILL, MUTED, tableSize } from '../layout/theme.ts'
import type { TextMeasure } from '../layout/wrap.ts'
import { WIDE } from '../layout/wrap.ts'
import { inkOn } from '../model/level.ts'
import type { Row, Table } from '../model/table.ts'
import type { CellContext, ShownCell } from '../text/cell.ts'
import { alignOf, showCell } from '../text/cell.ts'
import { cleanLine } from '../text/clean.ts'
import { ruledBorders, wordCell } from './cells.ts'
import { twips } from './text.ts'

const PAD_X = 4

/** Word brings its own fonts, so widths are an estimate: an em for Chinese, little more than half of one otherwise. */
function estimate(size: number): TextMeasure {
  return { size, widthOf: (character, strong) => (WIDE.test(character) ? 1000 : strong ? 590 : 560) }
}

/** A caption above a table or matrix. */
export function captionOf(caption: string | undefined): Paragraph[] {
  return caption === undefined ? [] : [new Paragraph({ style: 'Caption', text: cleanLine(caption) })]
}

/** A Word table: header row repeated on each page, rows kept whole, fixed widths. `width` in points. */
export function tableChildren(table: Table, width: number, context: CellContext): FileChild[] {
  const { columns } = table
  const size = tableSize(columns.length) + 0.5
  const show = (row: Row): ShownCell[] => columns.map((column) => showCell(row[column.key], column, context))
  const shown = table.rows.map(show)
  const totals = table.totals === undefined ? [] : [show(table.totals)]
  const widths = tableWidths(columns, shown, totals, width - columns.length * PAD_X * 2, estimate(size)).map((text) => text + PAD_X * 2)

  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      wordCell([[{ text: cleanLine(column.title), strong: true }]], {
        width: widths[index] ?? 0,
        size,
        align: alignOf(column),
        fill: HEAD_FILL,
      }),
    ),
  })
  const rowOf = (row: readonly ShownCell[], strong: boolean): TableRow =>
    new TableRow({
      // Word would push a row taller than the page off its foot.
      cantSplit: row.every((cell) => cell.text.length < 600),
      children: row.map((cell, index) => {
        const column = columns[index]
        const colour = cell.level !== undefined ? inkOn(cell.level.colour) : cell.notAssessed ? MUTED : undefined
        return wordCell([cellRuns(cell, strong)], {
          width: widths[index] ?? 0,
          size,
          align: column === undefined ? 'left' : alignOf(column),
          colour,
          fill: cell.level?.colour,
        })
      }),
    })
  const none = new TableRow({
    children: [
      wordCell([[{ text: context.messages.noRows, strong: false }]], { width, size, colour: MUTED }, { columnSpan: columns.length }),
    ],
  })
  return [
    ...captionOf(table.caption),
    new WordTable({
      layout: TableLayoutType.FIXED,
      width: { size: twips(width), type: WidthType.DXA },
      columnWidths: widths.map(twips),
      borders: ruledBorders(true),
      margins: { left: twips(PAD_X), right: twips(PAD_X), top: twips(2.5), bottom: twips(2.5), marginUnitType: WidthType.DXA },
      rows: [header, ...(shown.length === 0 ? [none] : shown.map((row) => rowOf(row, false))), ...totals.map((row) => rowOf(row, true))],
    }),
    new Paragraph({ spacing: { after: twips(4) } }),
  ]
}
