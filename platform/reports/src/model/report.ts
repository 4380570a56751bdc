import type { Block, RichText } from './block.ts'
import type { Level } from './level.ts'

/** Languages with fixed words; the caller's own texts come in the same language. */
export type ReportLocale = 'en' | 'zh-CN'

/** One decision on the document, as recorded by the approval. */
export interface Approval {
  readonly role: string
  readonly name: string
  readonly decision: 'approved' | 'rejected' | 'pending'
  /** ISO 8601 instant; absent while pending. */
  readonly at?: string
  /** Hash that was signed or approved, printed in full. */
  readonly hash?: string
}

/** A heading with what stands under it. A section with a wide table is set in landscape. */
export interface Section {
  readonly heading: string
  /** 1 (default) to 3. */
  readonly level?: 1 | 2 | 3
  readonly intro?: RichText
  /** When and how the figures below came about; set small under the heading. */
  readonly basis?: string
  readonly blocks: readonly Block[]
  /** On wide pages even without a wide table, beside others that need them. */
  readonly landscape?: boolean
}

/**
 * The one model behind every format. Plain data: it survives `structuredClone` and JSON, and holds no
 * clock, so that the same report can be made again later.
 */
export interface Report {
  readonly title: string
  readonly subtitle?: string
  readonly locale: ReportLocale
  readonly organisation: string
  /** Handling label, for example "Internal" or 「内部」; in the header of every page (ISO/IEC 27002, 5.13). */
  readonly classification?: string
  /** Editions of the standards that the report speaks of; in the header of every page. */
  readonly edition?: string
  readonly version?: string
  /** ISO 8601 instant with zone, given by the caller. */
  readonly generatedAt: string
  /** IANA zone in which all instants are printed. */
  readonly timezone: string
  /**
   * A report of so many pages at most, as PDF: set close, and smaller where that is needed. One that is still longer in the
   * smallest readable size is refused as too large.
   */
  readonly pages?: number
  /** Scales that level columns and heat maps refer to. */
  readonly scales?: Readonly<Record<string, readonly Level[]>>
  readonly approvals?: readonly Approval[]
  readonly sections: readonly Section[]
}

/** Formats that a report can be rendered to. */
export type ReportFormat = 'docx' | 'xlsx' | 'pdf' | 'json'
