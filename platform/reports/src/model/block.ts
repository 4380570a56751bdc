import type { Table } from './table.ts'

/** A run of text inside a sentence. A plain string is a run without emphasis. */
export interface Run {
  readonly text: string
  /** Bold. Chinese typography has no italics, so this is the only emphasis. */
  readonly strong?: boolean
  /** http, https or mailto; any other scheme is printed as text only. */
  readonly link?: string
}

/** Text of a paragraph, list item or value: a string or a sequence of runs. `\n` starts a new line. */
export type RichText = string | readonly (string | Run)[]

/** Running text. */
export interface Paragraph {
  readonly type: 'paragraph'
  readonly text: RichText
}

/** Unnumbered list. */
export interface BulletList {
  readonly type: 'bullets'
  readonly items: readonly RichText[]
}

/** Facts about one subject, one line each. */
export interface KeyValues {
  readonly type: 'key-values'
  readonly items: readonly { readonly key: string; readonly value: RichText }[]
}

/** A remark set apart from the text, for example a limit of the method. */
export interface Note {
  readonly type: 'note'
  readonly text: RichText
}

/** Continue on a new page (DOCX, PDF); nothing in XLSX. */
export interface PageBreak {
  readonly type: 'page-break'
}

/** One axis of a heat map: its name and its steps, in print order (top to bottom, left to right). */
export interface Axis {
  readonly title: string
  readonly labels: readonly string[]
}

/** How many items fall into a field of a heat map, and the level of that field. */
export interface HeatCell {
  readonly count: number
  /** Key of a level of the scale. */
  readonly level: string
}

/**
 * Risk matrix. Every field prints its count and the name of its level, so that it can be read without
 * colours (WCAG 2.2, 1.4.1).
 */
export interface HeatMap {
  readonly type: 'heat-map'
  readonly caption?: string
  /** Key into `Report.scales`. */
  readonly scale: string
  readonly rows: Axis
  readonly columns: Axis
  /** `cells[row][column]`, of the size of the two axes. */
  readonly cells: readonly (readonly HeatCell[])[]
}

/** Figures that are seen first: each with what it counts, and what one has to know about it. */
export interface Figures {
  readonly type: 'figures'
  /** Up to six in a row. */
  readonly items: readonly { readonly label: string; readonly value: string; readonly note?: string }[]
}

/** What stands by itself and beside others. */
export type PlainBlock = Paragraph | BulletList | KeyValues | Table | HeatMap | Note | Figures

/** Blocks beside one another in columns of one width (PDF); beneath one another in DOCX, sheets of their own in XLSX. */
export interface SideBySide {
  readonly type: 'side-by-side'
  /** Two or three columns. */
  readonly columns: readonly (readonly PlainBlock[])[]
}

/** What a section may hold. */
export type Block = PlainBlock | SideBySide | PageBreak

/** The blocks of a section one after another, those that stand side by side too. */
export const plainBlocks = (blocks: readonly Block[]): PlainBlock[] =>
  blocks.flatMap((block) => (block.type === 'page-break' ? [] : block.type === 'side-by-side' ? block.columns.flat() : [block]))
