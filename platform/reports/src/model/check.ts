import { parseInstant } from '../text/dates.ts'
import { plainBlocks, type Block, type HeatMap, type PlainBlock, type RichText } from './block.ts'
import { ReportError } from './error.ts'
import { MAX_CELL_TEXT, MAX_COLUMNS, MAX_PAGED_CELLS, MAX_PAGED_CHARACTERS, MAX_TEXT, MAX_TITLE } from './limits.ts'
import type { Report } from './report.ts'
import type { Column, Table } from './table.ts'

function refuse(place: string, problem: string): never {
  throw new ReportError('invalid', place, problem)
}

function checkTitle(place: string, text: string | undefined): void {
  if (text !== undefined && text.length > MAX_TITLE) refuse(place, `${text.length} characters, at most ${MAX_TITLE} are allowed`)
}

function checkText(place: string, text: RichText): void {
  const length =
    typeof text === 'string' ? text.length : text.reduce((sum, run) => sum + (typeof run === 'string' ? run : run.text).length, 0)
  if (length > MAX_TEXT) refuse(place, `${length} characters, at most ${MAX_TEXT} are allowed`)
}

function checkScale(place: string, scale: string | undefined, report: Report): Set<string> {
  const levels = scale === undefined ? undefined : report.scales?.[scale]
  if (levels === undefined)
    refuse(place, `scale ${JSON.stringify(scale)} is not among report.scales (${Object.keys(report.scales ?? {}).join(', ') || 'none'})`)
  return new Set(levels.map((level) => level.key))
}

function checkColumn(place: string, column: Column, report: Report): void {
  checkTitle(`${place}.title`, column.title)
  const { weight = 1, digits = 0 } = column
  if (!(weight > 0 && weight <= 1_000)) refuse(`${place}.weight`, `${weight} is not above 0 and at most 1000`)
  if (!(Number.isInteger(digits) && digits >= 0 && digits <= 6)) refuse(`${place}.digits`, `${digits} is not an integer from 0 to 6`)
  if (column.kind === 'level') checkScale(`${place}.scale`, column.scale, report)
}

function checkTable(place: string, table: Table, report: Report): void {
  const { columns } = table
  if (columns.length === 0 || columns.length > MAX_COLUMNS)
    refuse(`${place}.columns`, `${columns.length} columns, 1 to ${MAX_COLUMNS} are allowed`)
  const seen = new Set<string>()
  columns.forEach((column, index) => {
    checkColumn(`${place}.columns[${index}]`, column, report)
    if (seen.has(column.key)) refuse(`${place}.columns[${index}].key`, `${JSON.stringify(column.key)} is used twice`)
    seen.add(column.key)
  })
  checkTitle(`${place}.caption`, table.caption)
}

function checkHeatMap(place: string, map: HeatMap, report: Report): void {
  const keys = checkScale(`${place}.scale`, map.scale, report)
  const [height, width] = [map.rows.labels.length, map.columns.labels.length]
  if (height === 0 || width === 0 || height > 12 || width > 12) refuse(place, `${height} × ${width} fields, 1 to 12 each way are allowed`)
  if (map.cells.length !== height) refuse(`${place}.cells`, `${map.cells.length} rows for ${height} row labels`)
  map.cells.forEach((row, y) => {
    if (row.length !== width) refuse(`${place}.cells[${y}]`, `${row.length} fields for ${width} column labels`)
    row.forEach((cell, x) => {
      const at = `${place}.cells[${y}][${x}]`
      if (!keys.has(cell.level)) refuse(`${at}.level`, `${JSON.stringify(cell.level)} is not a level of scale ${JSON.stringify(map.scale)}`)
      if (!Number.isSafeInteger(cell.count) || cell.count < 0) refuse(`${at}.count`, `${cell.count} is not a whole number from 0`)
    })
  })
  ;[map.rows, map.columns].forEach((axis, index) => {
    const at = `${place}.${index === 0 ? 'rows' : 'columns'}`
    checkTitle(`${at}.title`, axis.title)
    axis.labels.forEach((label, step) => checkTitle(`${at}.labels[${step}]`, label))
  })
  checkTitle(`${place}.caption`, map.caption)
}

function checkPlainBlock(place: string, block: PlainBlock, report: Report): void {
  if (block.type === 'table') checkTable(place, block, report)
  if (block.type === 'heat-map') checkHeatMap(place, block, report)
  if (block.type === 'paragraph' || block.type === 'note') checkText(`${place}.text`, block.text)
  if (block.type === 'bullets') block.items.forEach((item, index) => checkText(`${place}.items[${index}]`, item))
  if (block.type === 'key-values') {
    block.items.forEach((item, index) => {
      checkTitle(`${place}.items[${index}].key`, item.key)
      checkText(`${place}.items[${index}].value`, item.value)
    })
  }
  if (block.type === 'figures') {
    if (block.items.length === 0 || block.items.length > 6) refuse(`${place}.items`, `${block.items.length} figures, 1 to 6 are allowed`)
    block.items.forEach((item, index) => {
      for (const part of ['label', 'value', 'note'] as const) checkTitle(`${place}.items[${index}].${part}`, item[part])
    })
  }
}

function checkBlock(place: string, block: Block, report: Report): void {
  if (block.type === 'page-break') return
  if (block.type !== 'side-by-side') return checkPlainBlock(place, block, report)
  if (block.columns.length < 2 || block.columns.length > 3) refuse(`${place}.columns`, `${block.columns.length} columns, 2 or 3 are allowed`)
  block.columns.forEach((blocks, x) => blocks.forEach((one, y) => checkPlainBlock(`${place}.columns[${x}][${y}]`, one, report)))
}

function checkScales(report: Report): void {
  for (const [name, levels] of Object.entries(report.scales ?? {})) {
    levels.forEach((level, index) => {
      const place = `scales.${name}[${index}]`
      if (!/^#[0-9A-Fa-f]{6}$/.test(level.colour)) refuse(`${place}.colour`, `${JSON.stringify(level.colour)} is not of the form #RRGGBB`)
      if (level.title.trim() === '') refuse(`${place}.title`, 'is empty, but a level must be readable without its colour')
      checkTitle(`${place}.title`, level.title)
    })
  }
}

function checkTimes(report: Report): void {
  if (parseInstant(report.generatedAt) === undefined)
    refuse('generatedAt', `${JSON.stringify(report.generatedAt)} is not an ISO 8601 instant with zone`)
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: report.timezone })
  } catch {
    refuse('timezone', `${JSON.stringify(report.timezone)} is not an IANA time zone`)
  }
}

/**
 * Makes sure that a report keeps the model's rules; every renderer starts here. Cells are not looked at, as a
 * value of the wrong kind prints as text: one odd record must not keep a report from being made.
 * O(blocks + columns). Throws ReportError `invalid` with the place.
 */
export function checkReport(report: Report): void {
  if (report.locale !== 'en' && report.locale !== 'zh-CN') refuse('locale', `${JSON.stringify(report.locale)} is not en or zh-CN`)
  const lines = ['title', 'subtitle', 'organisation', 'classification', 'edition', 'version'] as const
  for (const line of lines) checkTitle(line, report[line])
  if (report.title.trim() === '') refuse('title', 'is empty')
  const { pages = 1 } = report
  if (!(Number.isInteger(pages) && pages >= 1 && pages <= 20)) refuse('pages', `${pages} is not an integer from 1 to 20`)
  checkTimes(report)
  checkScales(report)
  report.sections.forEach((section, index) => {
    const place = `sections[${index}]`
    checkTitle(`${place}.heading`, section.heading)
    if (section.intro !== undefined) checkText(`${place}.intro`, section.intro)
    if (section.basis !== undefined) checkText(`${place}.basis`, section.basis)
    section.blocks.forEach((block, at) => checkBlock(`${place}.blocks[${at}]`, block, report))
  })
}

function charactersOf(table: Table): number {
  let characters = 0
  for (const row of table.rows) {
    for (const { key } of table.columns) {
      const cell = row[key]
      const value = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell
      if (typeof value === 'string') characters += Math.min(value.length, MAX_CELL_TEXT)
    }
  }
  return characters
}

/** Refuses what DOCX and PDF cannot lay out in memory. O(cells). Throws ReportError `too-large` with the place. */
export function checkPagedSize(report: Report): void {
  let [cells, characters] = [0, 0]
  report.sections.forEach((section, index) => {
    plainBlocks(section.blocks).forEach((block, at) => {
      if (block.type !== 'table') return
      const place = `sections[${index}].blocks[${at}].rows`
      const limit = 'DOCX and PDF take at most'
      cells += block.rows.length * block.columns.length
      if (cells > MAX_PAGED_CELLS)
        throw new ReportError('too-large', place, `${cells} table cells up to here, ${limit} ${MAX_PAGED_CELLS}; XLSX and JSON take more`)
      characters += charactersOf(block)
      if (characters > MAX_PAGED_CHARACTERS)
        throw new ReportError(
          'too-large',
          place,
          `${characters} characters in tables up to here, ${limit} ${MAX_PAGED_CHARACTERS}; XLSX and JSON take more`,
        )
    })
  })
}
