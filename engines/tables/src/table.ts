import type { Delimiter } from './delimiter.ts'
import type { Encoding } from './characters.ts'
import type { Limits } from './limits.ts'
import type { Problem } from './problem.ts'

/** One data row. Rows without any content are left out, but `line` stays the line of the file or the row of the sheet. */
export interface Row {
  /** From 1; for a quoted cell that spans lines, the line on which the row begins. */
  line: number
  /** As many as the header has, padded with ''; more only when the row is too long (then `ragged` is among `problems`). */
  cells: string[]
  /** True when any cell of the row is a spreadsheet formula. */
  formula: boolean
  /** What is wrong with this row alone: `ragged`, `formula`, `cell-error`. */
  problems: Problem[]
}

/** An opened table: the header is read, the rows stream once. */
export interface Table {
  format: 'csv' | 'xlsx'
  /**
   * CSV only. Bytes below 0x80 are the same in UTF-8 and GB18030, so this is settled by the first other byte;
   * until the rows reached it, it says `utf-8`.
   */
  readonly encoding: Encoding | undefined
  /** CSV only. */
  delimiter: Delimiter | undefined
  /** XLSX: the worksheets in their order; the one that is read is `sheet`. */
  sheets: string[]
  sheet: string | undefined
  /** Trimmed. */
  header: string[]
  /** What is wrong with the header: `header-empty`, `header-duplicate`, `formula`, `cell-error`. */
  problems: Problem[]
  /** Throws `TableError` when a limit is passed or the file breaks off; rows before that were good. */
  rows: AsyncIterable<Row>
  /** Releases the file; not needed once `rows` has ended or thrown. */
  close(): Promise<void>
}

/** How to read; everything is found from the content when left out. */
export interface ReadOptions {
  /** Name of the worksheet; the first visible one by default. */
  sheet?: string
  delimiter?: Delimiter
  encoding?: Encoding
  /** Take off the apostrophe that `csvLine` puts before a would-be formula (CSV only; default true). */
  stripGuard?: boolean
  limits?: Partial<Limits>
}
