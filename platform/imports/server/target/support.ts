import { extensionPoint, type AnyRegister, type Ctx, type StoredRow, type Values, type WriteOptions } from '@heng/server-kit'
import type { Text } from '@heng/contract'
import type { Further } from './further.ts'

export interface NewRecord {
  /** Chosen at the dry run; the record must get it. */
  readonly id: string
  readonly values: Values
}
export interface ChangedRecord {
  readonly id: string
  readonly version: number
  readonly values: Values
}

/** A way to recognise records that only the room knows, such as the identifiers of a host. */
export interface CustomKey {
  readonly name: string
  readonly title: Text
  /** Columns of which at least one must be taken. */
  readonly needs?: readonly string[]
  /** Ids of the records that each row may mean, in the order of the rows; one statement, whatever their number. */
  readonly find: (ctx: Ctx, rows: readonly { readonly values: Values; readonly extra: Readonly<Record<string, unknown>> }[]) => Promise<readonly (readonly string[])[]>
}

/** A field that follows from another one of the same row: the tier of an asset from its type. */
export interface Implied {
  readonly field: string
  readonly from: string
  /** Null when this value says nothing about it. */
  readonly of: (value: unknown) => unknown
}

/**
 * What a room says about importing its noun. A register that keeps the kit's own `create` and `update` needs none of
 * it; one with verbs of its own can be imported into only when it brings the writes here, so that no rule is passed by.
 */
export interface ImportSupport {
  readonly noun: string
  /** Other names of fields, as the lists of this world call them. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>
  readonly keys?: readonly CustomKey[]
  /** Fields of new records that a file need not give when it gives others. */
  readonly implied?: readonly Implied[]
  /** Columns beside the noun's fields, such as the identifiers of a host. */
  readonly further?: Further
  readonly create?: (ctx: Ctx, reg: AnyRegister, rows: readonly NewRecord[], reason: string, options: WriteOptions) => Promise<readonly StoredRow[]>
  readonly update?: (ctx: Ctx, reg: AnyRegister, rows: readonly ChangedRecord[], reason: string, options: WriteOptions) => Promise<readonly StoredRow[]>
}

/** For a module's `extensions`: `importSupport.with({ noun: 'asset', aliases: … })`. */
export const importSupport = extensionPoint<ImportSupport>('imports.support')
