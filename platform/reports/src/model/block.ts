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

/** What a section may hold. */
export type Block = Paragraph | BulletList | KeyValues | Table | HeatMap | Note | PageBreak
