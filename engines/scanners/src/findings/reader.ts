import type { Table } from '@heng/engine-tables'
import type { Json, JsonPath, JsonRecord } from '../input/jsonRecords.ts'
import type { XmlNode, XmlRecord, XmlShape } from '../input/xmlRecords.ts'
import type { Draft } from './draft.ts'
import type { HtmlNode } from './html.ts'
import type { Mapping } from './mapping.ts'

/** The beginning of a report, for `detect`: what it is, by its content. */
export interface Head {
  readonly kind: 'xml' | 'html' | 'json' | 'lines' | 'table' | 'text'
  /** The first 64 KiB as text. */
  readonly text: string
  /** XML and HTML: local name of the root element, and its attributes as text. */
  readonly root: string
  readonly rootTag: string
  /** JSON: whether it begins with a list, keys of the outermost object, and keys of the first object in the outermost list (or of the first line), as far as they stand in `text`. */
  readonly isList: boolean
  readonly keys: ReadonlySet<string>
  readonly itemKeys: ReadonlySet<string>
  /** Table: cells of the row that is taken for the header, first of the first row that has any; and the first rows, as a title may stand above the header. */
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

interface Base {
  /** Of the tool or format; a finding's `tool`. */
  readonly id: string
  /** As people call it. */
  readonly name: string
  /** Whether a report is of this format. Exactly one reader says so of any report, general ones aside. */
  readonly detect: (head: Head) => boolean
  /** Asked only where no other reader knows the report. */
  readonly isGeneral?: boolean
  /** Whether it reads such a report by a mapping that the user gives, where it may be one at all. */
  readonly takesMapping?: (head: Head) => boolean
}

/** What stands beside the records; partial while it is still being read, unless the reader asks for a first look. */
export interface Run {
  readonly context: Json
  readonly mapping: Mapping
}

export interface JsonReader extends Base {
  readonly kind: 'json'
  readonly paths: readonly JsonPath[]
  /** Records need what may stand after them: the report is looked through once before. */
  readonly needsContext?: boolean
  /** May also come as one JSON value a line; then the lines are as a list. */
  readonly mayBeLines?: boolean
  readonly read: (record: JsonRecord, run: Run) => readonly Draft[]
}

export interface XmlReader extends Base {
  readonly kind: 'xml'
  readonly shape: XmlShape
  /** Elements to collect before the records are read, as they may stand after them. */
  readonly first?: XmlShape
  readonly read: (record: XmlRecord, run: { readonly first: readonly XmlNode[] }) => readonly Draft[]
}

/** A row of a table, by the names in its first row. */
export interface TableRow {
  readonly line: number
  /** The cell under this name (case and surrounding spaces aside), or null where there is none or it is empty. */
  readonly cell: (...names: readonly string[]) => string | null
}

export interface TableReader extends Base {
  readonly kind: 'table'
  /** `table` is the same object for all rows of a table. */
  readonly read: (row: TableRow, run: { readonly table: Pick<Table, 'header'>; readonly mapping: Mapping }) => readonly Draft[]
}

/** A page, which is read as a whole: what a list names may be told below it. */
export interface HtmlReader extends Base {
  readonly kind: 'html'
  readonly read: (page: HtmlNode) => readonly Draft[]
}

/** Lines of text that are neither XML nor JSON nor a table; of a page too, where it is known by its lines. */
export interface TextReader extends Base {
  readonly kind: 'text'
  /** Called for each line; and once with null at the end. */
  readonly begin: () => (line: string | null, number: number) => readonly Draft[]
}

/** One format of report that tells findings: one file in `readers/` (which exports `reader`) and its sample in `samples/`. */
export type FindingReader = JsonReader | XmlReader | TableReader | HtmlReader | TextReader
