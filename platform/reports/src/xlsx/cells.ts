import type { CellHyperlinkValue } from 'exceljs'
import { ACCENT, MUTED } from '../layout/theme.ts'
import { inkOn } from '../model/level.ts'
import type { Cell, Column, Money } from '../model/table.ts'
import type { CellContext } from '../text/cell.ts'
import { alignOf, openCell, showCell } from '../text/cell.ts'
import { tableDate } from '../text/dates.ts'
import { minorDigitsOf } from '../text/numbers.ts'
import type { CellLook } from './styles.ts'

/** What we hand to exceljs: bare values and hyperlinks only, so that nothing can become a formula. */
export type SheetValue = string | number | boolean | Date | CellHyperlinkValue | null

export interface SheetCell {
  readonly value: SheetValue
  readonly look: CellLook
}

/** Excel would read `_x0041_` in a string as the character of that code (ECMA-376-1, 22.9.2.19): escape the underscore. */
export function literal(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** Beginnings that turn into a formula when such a cell is edited, or saved as CSV and opened again (OWASP, CSV injection). */
const FORMULA_START = /^\s*[=+\-@|%＝＋－＠]/

/** A text cell: a string, and in format Text where Excel might take it for a formula. */
export function textCell(text: string, look: CellLook): SheetCell {
  if (text === '') return { value: null, look }
  return { value: literal(text), look: FORMULA_START.test(text) ? { ...look, format: '@' } : look }
}

const fraction = (digits: number): string => (digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`)

function moneyCell(money: Money, look: CellLook): SheetCell | undefined {
  if (!Number.isFinite(money.minor)) return undefined
  const digits = minorDigitsOf(money.currency)
  const code = money.currency.replace(/[^A-Za-z]/g, '').slice(0, 8)
  return { value: money.minor / 10 ** digits, look: { ...look, format: `"${code}" ${fraction(digits)}` } }
}

function typedCell(cell: Cell | undefined, column: Column, context: CellContext, look: CellLook): SheetCell | undefined {
  const value = openCell(cell)?.value ?? null
  if (typeof value === 'boolean') return { value, look }
  // XLSX has no NaN or infinity: they fall through to text.
  if (typeof value === 'number' && Number.isFinite(value)) {
    return { value, look: column.digits === undefined ? look : { ...look, format: fraction(column.digits) } }
  }
  if (typeof value === 'object' && value !== null) return moneyCell(value, look)
  const date = column.kind === 'date' && typeof value === 'string' ? tableDate(value, context.timezone) : undefined
  return date && { value: new Date(date.serial), look: { ...look, format: date.withTime ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd' } }
}

/** A cell of a table: numbers, dates, money and booleans as such, levels as shaded text, the rest as text. */
export function sheetCell(cell: Cell | undefined, column: Column, context: CellContext, bold: boolean): SheetCell {
  const shown = showCell(cell, column, context)
  const look: CellLook = { bold, align: alignOf(column) }
  if (shown.notAssessed) return textCell(shown.text, { ...look, colour: MUTED })
  if (shown.level !== undefined) return textCell(shown.text, { ...look, fill: shown.level.colour, colour: inkOn(shown.level.colour) })
  return typedCell(cell, column, context, look) ?? textCell(shown.text, look)
}

/** The same cell as a link; only text can carry one. */
export function linked(cell: SheetCell, link: string): SheetCell {
  if (typeof cell.value !== 'string') return cell
  return { value: { text: cell.value, hyperlink: link }, look: { ...cell.look, colour: ACCENT, underline: true } }
}
