import type { HeaderFooter, stream, Worksheet } from 'exceljs'
import type { Report } from '../model/report.ts'
import { messagesOf } from '../../locales/index.ts'
import { cleanLine } from '../text/clean.ts'
import type { SheetCell } from './cells.ts'
import { styleOf } from './styles.ts'

export type Workbook = stream.xlsx.WorkbookWriter

/** In headers `&` starts a code, so it is doubled; the limit is 255 characters in all (ECMA-376-1, 18.3.1.46). */
const escaped = (text: string | undefined): string =>
  cleanLine(text ?? '')
    .slice(0, 80)
    .replaceAll('&', '&&')

function headerFooter(report: Report): Partial<HeaderFooter> {
  return {
    oddHeader: `&L&8${escaped(report.title)}&R&8${escaped(report.classification)} ${escaped(report.edition)}`,
    oddFooter: `&L&8${escaped(report.version)}&R&8${messagesOf(report.locale).page('&P', '&N')}`,
  }
}

/** Opens a sheet ready to print: A4, title and classification in the header, page x of y in the footer. */
export function openSheet(workbook: Workbook, name: string, report: Report, look: { landscape: boolean; frozenRows: number }): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    headerFooter: headerFooter(report),
    pageSetup: { paperSize: 9, orientation: look.landscape ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: look.frozenRows === 0 ? [{ showGridLines: false }] : [{ state: 'frozen', ySplit: look.frozenRows, xSplit: 0 }],
  })
  if (look.frozenRows > 0) sheet.pageSetup.printTitlesRow = `1:${look.frozenRows}`
  return sheet
}

/** Appends one row and sends it on its way. */
export function writeRow(sheet: Worksheet, cells: readonly (SheetCell | undefined)[]): void {
  const row = sheet.addRow([])
  cells.forEach((cell, index) => {
    if (cell === undefined) return
    const target = row.getCell(index + 1)
    target.value = cell.value
    target.style = styleOf(cell.look)
  })
  row.commit()
}
