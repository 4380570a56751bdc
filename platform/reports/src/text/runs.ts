import type { RichText, Run } from '../model/block.ts'
import { cleanText, safeLink } from './clean.ts'

/** A run ready to print: clean text, safe link. */
export interface CleanRun {
  readonly text: string
  readonly strong: boolean
  readonly link?: string
}

/** Runs of a rich text, cleaned; empty runs are dropped. */
export function cleanRuns(text: RichText, strong = false): CleanRun[] {
  const runs: readonly (string | Run)[] = typeof text === 'string' ? [text] : text
  return runs
    .map((run): CleanRun => {
      if (typeof run === 'string') return { text: cleanText(run), strong }
      return { text: cleanText(run.text), strong: run.strong ?? strong, link: safeLink(run.link) }
    })
    .filter((run) => run.text !== '')
}

/** The words alone, for formats without emphasis. */
export function plainText(text: RichText): string {
  return cleanRuns(text)
    .map((run) => run.text)
    .join('')
}
