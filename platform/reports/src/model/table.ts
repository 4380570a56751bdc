/** An amount in minor units (fen, cents) of an ISO 4217 currency. */
export interface Money {
  readonly minor: number
  readonly currency: string
}

/** Nobody has looked yet: neither 0 nor empty. Printed in words in every format. */
export interface NotAssessed {
  readonly notAssessed: true
}

/** The one value of "not assessed". */
export const NOT_ASSESSED: NotAssessed = Object.freeze({ notAssessed: true })

/**
 * A bare value by kind of its column: text → string; number → number; date → `YYYY-MM-DD` or an ISO 8601
 * instant; level → key of a level; money → Money; boolean → boolean. `null` or a missing key is an empty cell.
 * A value that is not of its column's kind is printed as plain text, never lost.
 */
export type CellValue = string | number | boolean | Money | null

/** A value, a value with a link target (http, https, mailto), or "not assessed". */
export type Cell = CellValue | NotAssessed | { readonly value: CellValue; readonly link?: string }

/** What a column holds; decides alignment, print form and the cell type in XLSX. */
export type ColumnKind = 'text' | 'number' | 'date' | 'level' | 'money' | 'boolean'

export interface Column {
  /** Key in each row. */
  readonly key: string
  readonly title: string
  /** `text` when absent. */
  readonly kind?: ColumnKind
  /** Share of the width relative to the other columns, > 0; by kind when absent. */
  readonly weight?: number
  /** By kind when absent: numbers and money to the right. */
  readonly align?: 'left' | 'center' | 'right'
  /** Kind `level`: key into `Report.scales`. */
  readonly scale?: string
  /** Kind `number`: fraction digits, 0 to 6; as many as needed, at most 3, when absent. */
  readonly digits?: number
}

export type Row = Readonly<Record<string, Cell | undefined>>

export interface Table {
  readonly type: 'table'
  /** Names the table for `XlsxOptions.rows`. */
  readonly id?: string
  readonly caption?: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Last row in bold, computed by the caller. */
  readonly totals?: Row
}
