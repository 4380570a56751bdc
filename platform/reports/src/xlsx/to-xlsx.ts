import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { messagesOf } from '../../locales/index.ts'
import { checkReport } from '../model/check.ts'
import { plainBlocks, type Block } from '../model/block.ts'
import { ReportError } from '../model/error.ts'
import type { Report } from '../model/report.ts'
import { cellContext } from '../text/cell.ts'
import { cleanLine } from '../text/clean.ts'
import { generatedTime } from '../text/facts.ts'
import { writeFrontSheet } from './front-sheet.ts'
import { writeHeatMap } from './heat-sheet.ts'
import { pacer } from './pace.ts'
import type { Workbook } from './sheet.ts'
import { sheetNamer } from './sheet-name.ts'
import type { RowSource } from './table-sheet.ts'
import { MOST_ROWS, writeTable } from './table-sheet.ts'

export interface XlsxOptions {
  readonly signal?: AbortSignal
  /** Rows by table id, in place of the table's own: for registers too large to hold in memory. */
  readonly rows?: Readonly<Record<string, RowSource>>
  /** Rows of a sheet with its header, at most 1,048,576; a longer table goes on in further sheets. */
  readonly rowsPerSheet?: number
}

interface SheetPlan {
  readonly names: ReadonlyMap<Block, string>
  readonly front: string
  readonly nameOf: (wanted: string) => string
}

function planSheets(report: Report): SheetPlan {
  const words = messagesOf(report.locale)
  const nameOf = sheetNamer(words.tableSheet)
  const front = nameOf(words.reportSheet)
  const names = new Map<Block, string>()
  for (const section of report.sections) {
    for (const block of plainBlocks(section.blocks)) {
      if (block.type === 'table' || block.type === 'heat-map') names.set(block, nameOf(block.caption ?? section.heading))
    }
  }
  return { names, front, nameOf }
}

async function writeSheets(workbook: Workbook, report: Report, options: XlsxOptions, pace: () => Promise<void> | undefined): Promise<void> {
  const plan = planSheets(report)
  const context = cellContext(report)
  writeFrontSheet(workbook, plan.front, report, plan.names)
  for (const [block, name] of plan.names) {
    if (block.type === 'heat-map') writeHeatMap(workbook, name, block, report, context)
    if (block.type !== 'table') continue
    const rows = (block.id === undefined ? undefined : options.rows?.[block.id]) ?? block.rows
    const rowsPerSheet = options.rowsPerSheet ?? MOST_ROWS
    await writeTable(workbook, { table: block, rows, name, nextName: () => plan.nameOf(name), rowsPerSheet }, report, context, pace)
  }
}

function checkOptions(report: Report, options: XlsxOptions): void {
  const { rowsPerSheet = MOST_ROWS } = options
  if (!(Number.isInteger(rowsPerSheet) && rowsPerSheet >= 3 && rowsPerSheet <= MOST_ROWS)) {
    throw new ReportError('invalid', 'options.rowsPerSheet', `${rowsPerSheet} is not an integer from 3 to ${MOST_ROWS}`)
  }
  const ids = new Set(report.sections.flatMap((section) => plainBlocks(section.blocks).map((block) => (block.type === 'table' ? block.id : undefined))))
  for (const id of Object.keys(options.rows ?? {})) {
    if (!ids.has(id)) throw new ReportError('invalid', `options.rows.${id}`, 'no table of the report has this id')
  }
}

/**
 * Streams the report as XLSX (ECMA-376) into `sink` and ends it: a front sheet, then one sheet per table or matrix.
 * Strings stay strings, never formulas. Memory stays flat and no step holds the event loop much beyond 12 ms, so it may
 * run in a server directly; rejects if the sink fails or closes early, destroying it on any error. Throws ReportError
 * for a broken model, the abort reason when cancelled. The zip carries the clock of the run, so bytes differ.
 */
export async function toXlsx(report: Report, sink: Writable, options: XlsxOptions = {}): Promise<void> {
  checkReport(report)
  checkOptions(report, options)
  const stop = new AbortController()
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal])
  const sunk = finished(sink, { readable: false }).catch((error: unknown) => {
    stop.abort(error)
    throw error
  })
  // The rejection is awaited below; this keeps an early one from counting as unhandled.
  sunk.catch(() => undefined)
  try {
    signal.throwIfAborted()
    const { default: excel } = await import('exceljs')
    const time = new Date(generatedTime(report))
    const author = cleanLine(report.organisation)
    const workbook: Workbook = new excel.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false })
    Object.assign(workbook, {
      created: time,
      modified: time,
      creator: author,
      lastModifiedBy: author,
      title: cleanLine(report.title),
      language: report.locale === 'en' ? 'en-GB' : 'zh-CN',
    })
    await writeSheets(workbook, report, options, pacer(sink, signal))
    signal.throwIfAborted()
    await Promise.race([workbook.commit(), sunk])
    await sunk
  } catch (error) {
    if (!sink.destroyed) sink.destroy()
    // What was waited for fails with a bare AbortError; the reason says more.
    throw signal.aborted ? signal.reason : error
  }
}
