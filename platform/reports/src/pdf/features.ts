import type { ReportLocale } from '../model/report.ts'

/**
 * Noto Sans SC draws these marks a full em wide, as Chinese wants them. In English text the features pwid and palt
 * bring the narrow forms; widths in 1/1000 em with both features on.
 */
const NARROW: ReadonlyMap<string, number> = new Map([
  ['“', 475],
  ['”', 475],
  ['‘', 279],
  ['’', 279],
  ['·', 500],
])
const NONE: ReadonlyMap<string, number> = new Map()

/** Widths that differ from the font's own in a language. */
export function narrowMarks(locale: ReportLocale): ReadonlyMap<string, number> {
  return locale === 'en' ? NARROW : NONE
}

/** Features for a piece of text: only where a mark asks for them, as shaping with features is not cached. */
export function featuresFor(text: string, narrow: ReadonlyMap<string, number>): { fontFeatures?: ['pwid', 'palt'] } {
  if (narrow.size === 0) return {}
  for (const mark of narrow.keys()) if (text.includes(mark)) return { fontFeatures: ['pwid', 'palt'] }
  return {}
}
