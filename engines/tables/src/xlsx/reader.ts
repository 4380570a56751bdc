import type { Limits } from '../limits.ts'
import { TableError } from '../problem.ts'
import { checkHeader, shapeRows, type UnshapedRow } from '../shape.ts'
import type { ReadOptions, Table } from '../table.ts'
import { type Archive, openArchive } from './archive.ts'
import { SheetHandler, type SheetContext } from './sheet.ts'
import { readSharedStrings } from './strings.ts'
import { readStyles } from './styles.ts'
import { chooseSheet, readWorkbook } from './workbook.ts'
import { XmlReader } from './xml.ts'

/** Opens a workbook by path or from memory and reads the header of one sheet. */
export async function readXlsx(source: string | Buffer, options: ReadOptions, limits: Limits): Promise<Table> {
  const archive = await openArchive(source, limits)
  try {
    return await openSheet(archive, options, limits)
  } catch (error) {
    archive.close()
    throw error
  }
}

async function openSheet(archive: Archive, options: ReadOptions, limits: Limits): Promise<Table> {
  const workbook = await readWorkbook(archive, limits)
  const sheet = chooseSheet(workbook.sheets, options.sheet)
  const { date1904 } = workbook
  const styles = workbook.styles ? await readStyles(archive, workbook.styles, limits) : []
  const strings = workbook.sharedStrings ? await readSharedStrings(archive, workbook.sharedStrings, limits) : []
  const rows = sheetRows(archive, sheet.part, { strings, styles, date1904, limits })
  const first = await rows.next()
  if (first.done) throw new TableError('empty')
  return {
    format: 'xlsx',
    encoding: undefined,
    delimiter: undefined,
    sheets: workbook.sheets.map((each) => each.name),
    sheet: sheet.name,
    ...checkHeader(first.value),
    rows: shapeRows(rows, first.value.cells.length, true, limits),
    close: async () => {
      await rows.return(undefined)
    },
  }
}

async function* sheetRows(archive: Archive, part: string, context: SheetContext): AsyncGenerator<UnshapedRow> {
  const handler = new SheetHandler(context)
  const reader = new XmlReader(part, handler, context.limits)
  try {
    for await (const chunk of archive.text(part)) {
      reader.write(chunk)
      yield* handler.take()
    }
    reader.end()
  } finally {
    archive.close()
  }
}
