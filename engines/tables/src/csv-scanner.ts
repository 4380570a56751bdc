import type { Limits } from './limits.ts'
import { TableError } from './problem.ts'

/** A row as it stands in the file. */
export interface RawRow {
  line: number
  cells: string[]
}

const QUOTE = 34
const LF = 10
const CR = 13

type State = 'start' | 'plain' | 'quoted' | 'closed'

/**
 * Splits text into rows after RFC 4180, as it arrives. More lenient than the RFC in what real exports need: any of
 * CR LF, LF, CR ends a row, and a quote inside an unquoted cell is a character like any other. O(characters); holds
 * one row.
 */
export class CsvScanner {
  private readonly delimiter: number
  private readonly limits: Limits
  private rows: RawRow[] = []
  private cells: string[] = []
  private cell = ''
  private state: State = 'start'
  private line = 1
  private rowLine = 1
  private cellLine = 1
  private afterReturn = false

  constructor(delimiter: string, limits: Limits) {
    this.delimiter = delimiter.charCodeAt(0)
    this.limits = limits
  }

  /** Rows completed by this text; rows without content are left out. */
  write(text: string): RawRow[] {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const secondOfPair = code === LF && this.afterReturn
      const newline = code === CR || (code === LF && !secondOfPair)
      this.afterReturn = code === CR
      if (newline) this.line++
      if (this.state === 'quoted') {
        if (code !== QUOTE) continue
        this.append(text, from, at)
        this.state = 'closed'
      } else if (secondOfPair) {
        from = at + 1
      } else if (code === this.delimiter || newline) {
        if (this.state === 'plain') this.append(text, from, at)
        this.endCell()
        if (newline) this.endRow()
        from = at + 1
      } else if (this.state === 'start') {
        this.state = code === QUOTE ? 'quoted' : 'plain'
        this.cellLine = this.line
        from = code === QUOTE ? at + 1 : at
      } else if (this.state === 'closed') {
        if (code !== QUOTE) throw this.error('quote', text.charAt(at))
        this.state = 'quoted'
        from = at
      }
    }
    if (this.state === 'plain' || this.state === 'quoted') this.append(text, from, text.length)
    return this.take()
  }

  /** The last row, when the file does not end with a line end. Throws `quote-unclosed`. */
  end(): RawRow[] {
    if (this.state === 'quoted') throw this.error('quote-unclosed')
    if (this.state !== 'start' || this.cells.length > 0) {
      this.endCell()
      this.endRow()
    }
    return this.take()
  }

  private append(text: string, from: number, to: number): void {
    this.cell += text.slice(from, to)
    if (this.cell.length > this.limits.cellLength) throw this.error('cell-length', undefined, this.limits.cellLength)
  }

  private endCell(): void {
    if (this.cells.length >= this.limits.columns) throw this.error('columns', undefined, this.limits.columns)
    this.cells.push(this.cell)
    this.cell = ''
    this.state = 'start'
  }

  private endRow(): void {
    if (this.cells.some((cell) => cell !== '')) this.rows.push({ line: this.rowLine, cells: this.cells })
    this.cells = []
    this.rowLine = this.line
  }

  private take(): RawRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  private error(code: 'quote' | 'quote-unclosed' | 'cell-length' | 'columns', found?: string, allowed?: number): TableError {
    const line = code === 'columns' ? this.rowLine : code === 'quote' ? this.line : this.cellLine
    return new TableError(code, { line, column: this.cells.length + 1, found, allowed })
  }
}
