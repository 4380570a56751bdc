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
function demandOf(column: Column, cells: readonly CleanRun[][], measure: TextMeasure): { least: number; most: number } {
  const title = [{ text: cleanLine(column.title), strong: true }]
  // A short Chinese title has no words to break between, and looks torn when it wraps.
  let least = Math.max(widestPiece(title, measure), Math.min(widthOfLine(title, measure), measure.size * SHORT_TITLE))
  let most = widthOfLine(title, measure)
  for (const runs of cells) {
    least = Math.max(least, widestPiece(runs, measure))
    most = Math.max(most, Math.min(WIDE_ENOUGH, widthOfLine(runs, measure)))
  }
  return { least: least + 1, most: most + 1 }
}

/**
 * Widths of the columns' text in points, together `room`: by weight, but wide enough for words and not wider than
 * the text; one word claims at most a little more than an even share. Looks at every cell; `totals` are bold.
 */
export function tableWidths(
  columns: readonly Column[],
  rows: readonly ShownCell[][],
  totals: readonly ShownCell[][],
  room: number,
  measure: TextMeasure,
): number[] {
  const cap = (room / columns.length) * 1.25
  const cellsOf = (of: readonly ShownCell[][], index: number, strong: boolean): CleanRun[][] =>
    of.flatMap((row) => (row[index] === undefined ? [] : [cellRuns(row[index], strong)]))
  return shareWidths(
    room,
    columns.map((column, index) => {
      const { least, most } = demandOf(column, [...cellsOf(rows, index, false), ...cellsOf(totals, index, true)], measure)
      return { weight: weightOf(column), least: Math.min(cap, least), most }
    }),
  )
}
