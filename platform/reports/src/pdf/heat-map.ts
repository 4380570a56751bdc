import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { HeatMap } from '../model/block.ts'
import { inkOn } from '../model/level.ts'
import { cleanLine } from '../text/clean.ts'
import type { Canvas } from './canvas.ts'
import { gap, lineContent, lineHeight, textLines } from './canvas.ts'
import { INK, MUTED, SMALL_SIZE } from '../layout/theme.ts'

const labelWidth = (canvas: Canvas): number => Math.min(76, canvas.width * 0.24)

/** Height in points, at most, of a matrix with labels of one line; to keep its heading with it. */
export function heatMapHeight(map: HeatMap, canvas: Canvas): number {
  const field = lineHeight(12, canvas) + lineHeight(SMALL_SIZE, canvas) * 2 + gap(8, canvas)
  return map.rows.labels.length * field + lineHeight(SMALL_SIZE, canvas) * 6 + gap(30, canvas)
}

/** A risk matrix: count and name of the level in each field, so that it reads in black and white. Never parted. */
export function heatMapContent(map: HeatMap, canvas: Canvas): Content {
  const levels = canvas.cells.scales.get(map.scale)
  const steps = map.columns.labels.length
  const left = labelWidth(canvas)
  const pad = Math.max(1.5, gap(3, canvas))
  const field = Math.min(78, (canvas.width - left - (steps + 1) * (2 * pad + 2)) / steps)
  const small = { size: SMALL_SIZE, align: 'center' } as const
  const words = (text: string, width: number, strong: boolean, colour: string, align: 'center' | 'right' = 'center'): Content[] =>
    textLines([{ text: cleanLine(text), strong }], width, canvas, { ...small, colour, align })

  const body = map.cells.map((row, y): TableCell[] => [
    { stack: words(map.rows.labels[y] ?? '', left, false, INK, 'right'), margin: [0, gap(7, canvas), 0, 0] },
    ...row.map((cell): TableCell => {
      const level = levels?.get(cell.level)
      const ink = inkOn(level?.colour ?? '#FFFFFF')
      const count = lineContent([{ text: String(cell.count), strong: cell.count > 0 }], canvas, { size: canvas.setting.scale < 1 ? 10.5 : 12, align: 'center', colour: ink })
      return { stack: [count, ...words(level?.title ?? '', field, false, ink)], fillColor: level?.colour }
    }),
  ])
  const labels: TableCell[] = [{ text: '' }, ...map.columns.labels.map((label) => ({ stack: words(label, field, false, INK) }))]
  const axis = (text: string, align: 'center' | 'right', width: number): Content[] => words(text, width, true, MUTED, align)
  const rowAxis: TableCell[] = [
    { stack: axis(`${map.rows.title} ↓`, 'right', left) },
    ...map.columns.labels.map(() => ({ text: '' })),
  ]
  const width = field * steps + (2 * pad + 2) * (steps - 1)
  const columnAxis: TableCell[] = [
    { text: '' },
    { stack: axis(`${map.columns.title} →`, 'center', width), colSpan: steps },
    ...map.columns.labels.slice(1).map(() => ({})),
  ]
  const caption =
    map.caption === undefined
      ? []
      : textLines([{ text: cleanLine(map.caption), strong: true }], canvas.width, canvas, { size: 8.5, colour: MUTED })
  return {
    stack: [
      ...caption,
      {
        table: { widths: [left, ...map.columns.labels.map(() => field)], body: [rowAxis, ...body, labels, columnAxis] },
        layout: {
          hLineWidth: (line) => (line >= 1 && line <= body.length + 1 ? 2 : 0),
          vLineWidth: (line) => (line >= 1 ? 2 : 0),
          hLineColor: '#FFFFFF',
          vLineColor: '#FFFFFF',
          paddingLeft: () => pad,
          paddingRight: () => pad,
          paddingTop: () => pad,
          paddingBottom: () => pad,
        },
        margin: [0, gap(3, canvas), 0, gap(12, canvas)],
      },
    ],
    unbreakable: true,
  }
}
