import type { Limits } from '../limits.ts'
import { TableError } from '../problem.ts'
import type { UnshapedRow } from '../shape.ts'
import { type DateFormat, isoDate } from './dates.ts'
import { StringItem, unescape } from './strings.ts'
import type { Attributes, XmlHandler } from './xml.ts'

/** What cells refer to. */
export interface SheetContext {
  strings: readonly string[]
  styles: readonly (DateFormat | undefined)[]
  date1904: boolean
  limits: Limits
}

interface SheetRow extends UnshapedRow {
  formulas: Set<number>
  errors: Map<number, string>
}

/** Digits of a number that Excel shows; the 16th and 17th are noise of binary fractions. */
const PRECISION = 15

/**
 * Turns the XML of a worksheet into rows. Source: ECMA-376-1, 18.3.1.4 (cells), 18.18.11 (cell types).
 * Call `take` after each chunk; holds the rows of one chunk.
 */
export class SheetHandler implements XmlHandler {
  private readonly context: SheetContext
  private rows: UnshapedRow[] = []
  private row: SheetRow = newRow(0)
  private column = -1
  private type = 'n'
  private style = 0
  private value = ''
  private inValue = false
  private readonly inline: StringItem

  constructor(context: SheetContext) {
    this.context = context
    this.inline = new StringItem(context.limits)
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes)
    else if (name === 'v') this.inValue = true
    else if (name === 'row') {
      const line = Number(attributes['r'])
      this.row = newRow(line > 0 ? line : this.row.line + 1)
      this.column = -1
    } else if (name === 'f') this.row.formulas.add(this.column)
    else this.inline.open(name)
  }

  text(piece: string): void {
    if (!this.inValue) return this.inline.add(piece)
    this.value += piece
    if (this.value.length > this.context.limits.xmlToken) this.tooLong()
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false
    else if (name === 'c') this.closeCell()
    else if (name === 'row') this.closeRow()
    else this.inline.close(name)
  }

  /** The rows completed since the last call; rows without content are left out. */
  take(): UnshapedRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  private openCell(attributes: Attributes): void {
    this.column = columnIndex(attributes['r']) ?? this.column + 1
    this.type = attributes['t'] ?? 'n'
    this.style = Number(attributes['s'] ?? 0)
    this.value = ''
  }

  private closeCell(): void {
    const { limits } = this.context
    const { line, cells, formulas, errors } = this.row
    const text = this.cellText()
    const place = { line, column: this.column + 1 }
    // A formula counts even when its result is empty; a formatted empty cell does not.
    if (text === '' && !formulas.has(this.column)) return
    if (this.column >= limits.columns) throw new TableError('columns', { ...place, allowed: limits.columns })
    if (text.length > limits.cellLength) this.tooLong()
    while (cells.length <= this.column) cells.push('')
    cells[this.column] = text
    if (this.type === 'e') errors.set(this.column, text)
  }

  private cellText(): string {
    const { value, type, context } = this
    if (type === 'inlineStr') return this.inline.take()
    if (value === '') return ''
    if (type === 's') return context.strings[Number(value)] ?? this.missingString()
    if (type === 'b') return value === '0' || value === 'false' ? 'FALSE' : 'TRUE'
    if (type === 'n') return this.number(value)
    return unescape(value)
  }

  private number(value: string): string {
    const number = Number(value)
    const format = this.context.styles[this.style]
    const date = format && isoDate(number, format, this.context.date1904)
    if (date !== undefined) return date
    // A whole number is kept as written: an identity number of 18 digits must not be rounded here too.
    return Number.isFinite(number) && !/^-?\d+$/.test(value) ? String(Number(number.toPrecision(PRECISION))) : value
  }

  private tooLong(): never {
    throw new TableError('cell-length', {
      line: this.row.line,
      column: this.column + 1,
      allowed: this.context.limits.cellLength,
    })
  }

  private missingString(): never {
    const { strings } = this.context
    throw new TableError('xml', {
      line: this.row.line,
      column: this.column + 1,
      name: 'sharedStrings',
      found: `no string ${this.value}, there are ${strings.length}`,
    })
  }

  private closeRow(): void {
    if (this.row.formulas.size > 0 || this.row.cells.length > 0) this.rows.push(this.row)
  }
}

function newRow(line: number): SheetRow {
  return { line, cells: [], formulas: new Set(), errors: new Map() }
}

/** "C7" → 2. */
function columnIndex(reference: string | undefined): number | undefined {
  let index = 0
  for (const char of reference ?? '') {
    const letter = char.charCodeAt(0) - 64
    if (letter < 1 || letter > 26) break
    index = index * 26 + letter
  }
  return index > 0 ? index - 1 : undefined
}
