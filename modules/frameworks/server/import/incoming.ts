import type { Catalogue } from '../catalogue/model.ts'
import type { Text } from '@heng/contract'

/** A catalogue read from files, with what has to be said about it before it is taken in. */
export interface Incoming {
  readonly catalogue: Catalogue
  readonly stated: readonly string[]
  readonly sources: readonly { title: string; version: string }[]
  readonly warnings: readonly Text[]
  /** Rows that keep the import from being applied. */
  readonly errors: readonly (Text & { readonly line: number | null })[]
  /** Documents to keep, for profiles that import them later. */
  readonly documents: readonly { name: string; model: string; bytes: Buffer }[]
}
