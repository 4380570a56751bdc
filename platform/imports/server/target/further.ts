import type { Field, Text } from '@heng/contract'
import { field } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import type { Parser } from '../parse/outcome.ts'

/** Values by column: those of a row, or those of a record. */
export type Said = Readonly<Record<string, readonly string[]>>

/** A column that a room takes beside the fields of its noun. A cell may hold several values, parted by `;`, `,` or line breaks. */
export interface FurtherColumn {
  /** Not the name of a field. */
  readonly name: string
  readonly title: Text
  /** Other names of the column, as the lists of this world call it. */
  readonly aliases?: readonly string[]
  /** Reads one value into its one spelling: `value(text)`, or `refuse(code)` with the words under the room's errors; `{value}` is known there. */
  readonly parse: Parser
  /** No two records share a value. */
  readonly unique?: boolean
}

export interface StandingValue {
  readonly value: string
  /** Stays whatever a list says, because something surer than a list noted it. */
  readonly kept: boolean
}

export interface UniqueValue {
  readonly column: string
  readonly value: string
}

export interface FurtherRow {
  readonly id: string
  readonly reference: string
  readonly version: number
  /** Every value that the record shall have in these columns; other columns stay as they are. */
  readonly values: Said
}

/** What a room takes beside the fields of its noun. Every function is asked for a thousand rows at once and answers in a few statements. */
export interface Further {
  readonly columns: readonly FurtherColumn[]
  /** Puts the values of a row where they belong, when one column tells another. */
  readonly arrange?: (said: Said) => Said
  /** What records have now, by id and column. */
  readonly standing: (ctx: Ctx, ids: readonly string[]) => Promise<ReadonlyMap<string, Readonly<Record<string, readonly StandingValue[]>>>>
  /** Active records that have these values of unique columns. */
  readonly holders: (ctx: Ctx, values: readonly UniqueValue[]) => Promise<readonly (UniqueValue & { readonly id: string })[]>
  /** Writes with history, in the import's transaction; the right to change the records has been checked. */
  readonly write: (ctx: Ctx, rows: readonly FurtherRow[], reason: string) => Promise<void>
}

/** How the kit treats such a column: as a field of several texts. */
export const furtherField: Field = { ...field.text({ sortable: false }), kind: 'tags' }
