import type { Locale } from '@heng/contract'
import type { Column, Row, Section } from '@heng/reports'
import type { Period } from '@heng/risks/reads'
import type { Ctx } from '@heng/server-kit'
import { messages } from '../../locales/index.ts'
import { instantText } from '../days.ts'

/** What chapters have in common. `ctx.locale` is the language of the report. */
export interface Audit {
  readonly ctx: Ctx
  readonly period: Period
  readonly t: (typeof messages)['en']['audit']
  readonly locale: Locale
  /** A preview takes the first rows of a table and leaves out what takes long. */
  readonly preview: boolean
  instant: (at: string | Date) => string
  /** Told how many rows were seen, now and then; throws when somebody asked to stop. */
  progress: (rows: number) => Promise<void>
}

/** Rows that arrive a piece at a time; begun when they are asked for, one source after another. */
export interface Source {
  /** Names the table in the report. */
  readonly id: string
  /** How many there will be; null where nobody counts them beforehand. */
  readonly count: number | null
  pieces: () => AsyncIterable<readonly Row[]>
}

export interface Chapter {
  readonly sections: readonly Section[]
  readonly sources?: readonly Source[]
}

/** Rows of a preview. */
export const previewed = 12

export const auditOf = (ctx: Ctx, period: Period, options: Pick<Audit, 'preview' | 'progress'>): Audit => ({
  ctx, period, locale: ctx.locale, t: messages[ctx.locale].audit, ...options,
  instant: (at) => instantText(at, ctx.locale, ctx.org.timezone),
})

/** A section of one table whose rows arrive from a source. */
export const tableSection = (heading: string, basis: string, columns: readonly Column[], source: Source): Chapter => ({
  sections: [{ heading, basis, landscape: true, blocks: [{ type: 'table', id: source.id, columns, rows: [] }] }],
  sources: [source],
})
