import { ExternalHyperlink, Paragraph, TextRun } from 'docx'
import type { IParagraphOptions, ParagraphChild } from 'docx'
import { ACCENT } from '../layout/theme.ts'
import type { CleanRun } from '../text/runs.ts'

/** Word writes colours without the number sign. */
export function wordColour(colour: string): string {
  return colour.slice(1).toUpperCase()
}

/** Word counts lengths in twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20)
}

/** Look of a piece of text; size in points. */
export interface RunLook {
  readonly size?: number
  readonly colour?: string
}

function textRuns(run: CleanRun, look: RunLook): TextRun[] {
  const colour = run.link === undefined ? look.colour : ACCENT
  return run.text.split('\n').map(
    (text, index) =>
      new TextRun({
        text,
        ...(index === 0 ? {} : { break: 1 }),
        ...(run.strong ? { bold: true } : {}),
        ...(look.size === undefined ? {} : { size: look.size * 2 }),
        ...(colour === undefined ? {} : { color: wordColour(colour) }),
      }),
  )
}

/** Runs as Word children: line ends become breaks, links real hyperlinks. */
export function wordRuns(runs: readonly CleanRun[], look: RunLook = {}): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const children = textRuns(run, look)
    return run.link === undefined ? children : [new ExternalHyperlink({ link: run.link, children })]
  })
}

/** One paragraph from clean runs. */
export function wordParagraph(runs: readonly CleanRun[], look: RunLook = {}, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: wordRuns(runs, look) })
}
