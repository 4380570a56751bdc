import type { Text } from '@heng/contract'
import { extensionPoint } from '@heng/server-kit'

/** Something odd about a row that the reader saw: a formula, an error value, too many cells. */
export interface SourceProblem {
  readonly code: 'formula' | 'cellError' | 'ragged'
  /** Index of the cell from 0; null when the row as a whole is meant. */
  readonly column: number | null
  readonly params?: Readonly<Record<string, unknown>>
}

export interface SourceRow {
  /** Line of the file, row of the sheet, or simply the place: from 1, growing. */
  readonly line: number
  /** As many as the header has. */
  readonly cells: readonly string[]
  readonly problems?: readonly SourceProblem[]
  /** What is not a field and still belongs to the record: kept with the row for the room's own use. */
  readonly extra?: Readonly<Record<string, unknown>>
}

/** An opened table, wherever it comes from. The rows stream once. */
export interface ImportSource {
  readonly format: string
  /** Settled only when the rows have been read. */
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly sheets?: readonly string[]
  readonly sheet?: string | undefined
  /** Names of the columns; keys of fields map themselves. */
  readonly header: readonly string[]
  readonly problems?: readonly Text[]
  readonly rows: AsyncIterable<SourceRow>
  close: () => Promise<void>
}

/** How the caller wants a file to be read, where it is not found from the content. */
export interface ReadHow {
  readonly sheet?: string | undefined
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | undefined
  readonly delimiter?: ',' | ';' | '\t' | '|' | undefined
}

/** A further kind of file that becomes rows, brought by the room that knows it: a scanner's report, a bill of materials. */
export interface ImportReader {
  /** Short and stable: stored as the session's format. */
  readonly name: string
  /** Nouns whose rows it can give. */
  readonly nouns: readonly string[]
  /** Whether a file that begins with these bytes (at most 4 kB) is one of its own. */
  readonly detect: (head: Uint8Array) => boolean
  /** Opens the file at `path`. Throws `HengError` for a file that is damaged. */
  readonly open: (path: string) => Promise<ImportSource>
}

/** For a module's `extensions`: `importReader.with({ name: 'nmap', … })`. */
export const importReader = extensionPoint<ImportReader>('imports.reader')
