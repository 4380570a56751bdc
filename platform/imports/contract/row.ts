import { label } from '@heng/contract'
import { z } from 'zod'

export const rowActions = ['create', 'update', 'unchanged', 'skip', 'error'] as const
export type RowAction = (typeof rowActions)[number]

/** What is wrong with a row, in the caller's language. */
export const rowProblem = z.object({
  /** Null when the row as a whole is meant. */
  field: z.string().nullable(),
  /** Header of the column. */
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
})

export const stagedRow = z.object({
  /** Line of the file, row of the sheet. */
  line: z.int(),
  action: z.enum(rowActions),
  recordId: z.uuid().nullable(),
  reference: z.string().nullable(),
  /** What the row calls its record. */
  label: z.string().nullable(),
  /** What would be written, by field; of an update only what changes. */
  values: z.record(z.string(), z.unknown()),
  /** What stands there now, for the fields of an update. */
  before: z.record(z.string(), z.unknown()).nullable(),
  problems: z.array(rowProblem),
  /** The cells as they stand in the file, of rows with problems. */
  cells: z.array(z.string()).nullable(),
})
export type StagedRow = z.output<typeof stagedRow>

export const rowPage = z.object({
  items: z.array(stagedRow),
  next: z.string().nullable(),
  labels: z.record(z.string(), label),
})

/** How many rows do what; together they are all rows of the file. */
export const rowCounts = z.object({
  create: z.int(), update: z.int(), unchanged: z.int(), skip: z.int(), error: z.int(),
})
export type RowCounts = z.output<typeof rowCounts>
