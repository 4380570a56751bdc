import type { Column } from '../model/table.ts'
import type { ShownCell } from '../text/cell.ts'
import { cleanLine } from '../text/clean.ts'
import type { CleanRun } from '../text/runs.ts'
import { shareWidths, weightOf } from './column-widths.ts'
import type { TextMeasure } from './wrap.ts'
import { widestPiece, widthOfLine } from './wrap.ts'

/** In em. */
const SHORT_TITLE = 5
/** No text gains from a wider column, in points. */
const WIDE_ENOUGH = 700

/** A cell's text as runs. */
export function cellRuns(shown: ShownCell, strong: boolean): CleanRun[] {
  return shown.text === '' ? [] : [{ text: shown.text, strong, ...(shown.link === undefined ? {} : { link: shown.link }) }]
}

/** Least and most width that a column can use: its widest word, and its widest text on one line. */
function demandOf(column: Column, index: number, rows: readonly ShownCell[][], measure: TextMeasure): { least: number; most: number } {
  const title = [{ text: cleanLine(column.title), strong: true }]
  // A short Chinese title has no words to break between, and looks torn when it wraps.
  let least = Math.max(widestPiece(title, measure), Math.min(widthOfLine(title, measure), measure.size * SHORT_TITLE))
  let most = widthOfLine(title, measure)
  for (const row of rows) {
    const cell = row[index]
    if (cell === undefined) continue
    const runs = cellRuns(cell, false)
    least = Math.max(least, widestPiece(runs, measure))
    most = Math.max(most, Math.min(WIDE_ENOUGH, widthOfLine(runs, measure)))
  }
  return { least: least + 1, most: most + 1 }
}

/**
 * Widths of the columns' text in points, together `room`: by weight, but wide enough for words and not wider than
 * the text; one word claims at most a little more than an even share. Looks at every cell.
 */
export function tableWidths(columns: readonly Column[], rows: readonly ShownCell[][], room: number, measure: TextMeasure): number[] {
  const cap = (room / columns.length) * 1.25
  return shareWidths(
    room,
    columns.map((column, index) => {
      const { least, most } = demandOf(column, index, rows, measure)
      return { weight: weightOf(column), least: Math.min(cap, least), most }
    }),
  )
}
