import { BorderStyle, Paragraph, Table, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import type { FileChild } from 'docx'
import { MUTED, SMALL_SIZE } from '../layout/theme.ts'
import type { HeatMap } from '../model/block.ts'
import { inkOn } from '../model/level.ts'
import type { CellContext } from '../text/cell.ts'
import { cleanLine } from '../text/clean.ts'
import { wordCell } from './cells.ts'
import { captionOf } from './table.ts'
import { twips } from './text.ts'

const LABEL_WIDTH = 84

/** A risk matrix: count and name of the level in each field, so that it reads in black and white. Kept on one page. `width` in points. */
export function heatMapChildren(map: HeatMap, width: number, context: CellContext): FileChild[] {
  const levels = context.scales.get(map.scale)
  const steps = map.columns.labels.length
  const field = Math.min(84, (width - LABEL_WIDTH) / steps)
  const size = SMALL_SIZE + 0.5
  const verticalAlign = VerticalAlign.CENTER
  const label = (text: string, strong: boolean, at: number, align: 'center' | 'right', span = 1) =>
    wordCell(
      [[{ text: cleanLine(text), strong }]],
      { width: at, size, align, keepNext: true, ...(strong ? { colour: MUTED } : {}) },
      { verticalAlign, columnSpan: span },
    )

  const rows = map.cells.map(
    (row, y) =>
      new TableRow({
        cantSplit: true,
        children: [
          label(map.rows.labels[y] ?? '', false, LABEL_WIDTH, 'right'),
          ...row.map((cell) => {
            const level = levels?.get(cell.level)
            const text = [[{ text: String(cell.count), strong: cell.count > 0 }], [{ text: cleanLine(level?.title ?? ''), strong: false }]]
            return wordCell(
              text,
              { width: field, size, align: 'center', keepNext: true, colour: inkOn(level?.colour ?? '#FFFFFF'), fill: level?.colour },
              { verticalAlign },
            )
          }),
        ],
      }),
  )
  const above = new TableRow({
    children: [label(`${map.rows.title} ↓`, true, LABEL_WIDTH, 'right'), label('', false, field * steps, 'center', steps)],
  })
  const below = new TableRow({
    children: [label('', false, LABEL_WIDTH, 'right'), ...map.columns.labels.map((text) => label(text, false, field, 'center'))],
  })
  const axis = new TableRow({
    children: [label('', false, LABEL_WIDTH, 'right'), label(`${map.columns.title} →`, true, field * steps, 'center', steps)],
  })
  const gap = { style: BorderStyle.SINGLE, size: 12, color: 'FFFFFF' }
  return [
    ...captionOf(map.caption),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(LABEL_WIDTH + field * steps), type: WidthType.DXA },
      columnWidths: [LABEL_WIDTH, ...map.columns.labels.map(() => field)].map(twips),
      borders: { top: gap, bottom: gap, left: gap, right: gap, insideHorizontal: gap, insideVertical: gap },
      margins: { left: twips(3), right: twips(3), top: twips(3), bottom: twips(3), marginUnitType: WidthType.DXA },
      rows: [above, ...rows, below, axis],
    }),
    new Paragraph({ spacing: { after: twips(4) } }),
  ]
}
