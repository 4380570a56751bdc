import type { Messages } from '../../locales/index.ts'
import { messagesOf } from '../../locales/index.ts'
import type { Level } from '../model/level.ts'
import { MAX_CELL_TEXT } from '../model/limits.ts'
import type { Report } from '../model/report.ts'
import type { Cell, CellValue, Column, Money } from '../model/table.ts'
import { cleanText, safeLink } from './clean.ts'
import { tableDate } from './dates.ts'
import { moneyText, numberText } from './numbers.ts'

/** What the cells of a report have in common. */
export interface CellContext {
  readonly messages: Messages
  readonly timezone: string
  readonly scales: ReadonlyMap<string, ReadonlyMap<string, Level>>
}

/** A cell as print shows it. */
export interface ShownCell {
  readonly text: string
  readonly level?: Level
  readonly link?: string
  readonly notAssessed: boolean
}

/** Prepares scales and words once per report. */
export function cellContext(report: Report): CellContext {
  const scales = Object.entries(report.scales ?? {}).map(
    ([name, levels]) => [name, new Map(levels.map((level) => [level.key, level]))] as const,
  )
  return { messages: messagesOf(report.locale), timezone: report.timezone, scales: new Map(scales) }
}

/** Value and link of a cell; `undefined` means not assessed. */
export function openCell(cell: Cell | undefined): { value: CellValue; link?: string } | undefined {
  if (cell === undefined || cell === null || typeof cell !== 'object') return { value: cell ?? null }
  if ('notAssessed' in cell) return undefined
  return 'minor' in cell ? { value: cell } : { value: cell.value, link: safeLink(cell.link) }
}

/** The level that a level column's value names, if it is one. */
export function levelOf(value: CellValue, column: Column, context: CellContext): Level | undefined {
  if (column.kind !== 'level' || column.scale === undefined || typeof value !== 'string') return undefined
  return context.scales.get(column.scale)?.get(value)
}

const isMoney = (value: CellValue): value is Money => typeof value === 'object' && value !== null

/** Clean text of at most `MAX_CELL_TEXT` characters; what is cut off is said. */
export function cellText(text: string, messages: Messages): string {
  if (text.length <= MAX_CELL_TEXT) return cleanText(text)
  return cleanText(text.slice(0, MAX_CELL_TEXT)) + messages.shortened(text.length)
}

function valueText(value: CellValue, column: Column, context: CellContext): string {
  if (value === null) return ''
  if (isMoney(value)) return moneyText(value)
  if (typeof value === 'boolean') return value ? context.messages.yes : context.messages.no
  if (typeof value === 'number') return numberText(value, column.digits)
  const date = column.kind === 'date' ? tableDate(value, context.timezone) : undefined
  return date?.text ?? cellText(value, context.messages)
}

/** Print form of a cell, the same in DOCX and PDF. */
export function showCell(cell: Cell | undefined, column: Column, context: CellContext): ShownCell {
  const opened = openCell(cell)
  if (opened === undefined) return { text: context.messages.notAssessed, notAssessed: true }
  const level = levelOf(opened.value, column, context)
  const text = level === undefined ? valueText(opened.value, column, context) : cleanText(level.title)
  return { text, level, link: opened.link, notAssessed: false }
}

/** Alignment of a column: numbers and money to the right unless told otherwise. */
export function alignOf(column: Column): 'left' | 'center' | 'right' {
  if (column.align !== undefined) return column.align
  return column.kind === 'number' || column.kind === 'money' ? 'right' : 'left'
}
