import { MUTED } from '../layout/theme.ts'
import type { HeatMap } from '../model/block.ts'
import { inkOn } from '../model/level.ts'
import type { Report } from '../model/report.ts'
import type { CellContext } from '../text/cell.ts'
import { cleanLine } from '../text/clean.ts'
import type { SheetCell } from './cells.ts'
import { textCell } from './cells.ts'
import type { Workbook } from './sheet.ts'
import { openSheet, writeRow } from './sheet.ts'

/**
 * Writes a risk matrix to a sheet of its own: counts stay numbers, and the name of the level stands beside each
 * count in its number format, so that the sheet reads without colours.
 */
export function writeHeatMap(workbook: Workbook, name: string, map: HeatMap, report: Report, context: CellContext): void {
  const sheet = openSheet(workbook, name, report, { landscape: false, frozenRows: 0 })
  sheet.columns = [{ width: 22 }, ...map.columns.labels.map(() => ({ width: 17 }))]
  const levels = context.scales.get(map.scale)
  const label = (text: string, bold = false): SheetCell => textCell(cleanLine(text), { colour: MUTED, bold, align: 'center', middle: true })
  writeRow(sheet, [label(`${map.rows.title} ↓`, true), label(`${map.columns.title} →`, true)])
  writeRow(sheet, [undefined, ...map.columns.labels.map((text) => label(text))])
  map.cells.forEach((row, y) => {
    writeRow(sheet, [
      label(map.rows.labels[y] ?? ''),
      ...row.map((cell): SheetCell => {
        const level = levels?.get(cell.level)
        const colour = level?.colour ?? '#FFFFFF'
        const title = cleanLine(level?.title ?? '').replace(/["\\]/g, '')
        return {
          value: cell.count,
          look: { format: `0 "· ${title}"`, colour: inkOn(colour), bold: cell.count > 0, fill: colour, align: 'center', middle: true },
        }
      }),
    ])
  })
  sheet.commit()
}
