import type { CleanRun } from '../text/runs.ts'

/** How to measure text of one size (points); `widthOf` answers in 1/1000 of the size. */
export interface TextMeasure {
  readonly size: number
  widthOf(character: string, strong: boolean): number
}

/** East Asian wide characters, between any two of which a line may break. */
export const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u

/** Must not begin a line (GB/T 15834-2011, 5.1; UAX 14 classes CL, CP, EX, IS, NS). */
const NO_START = new Set('、。，．：；！？）］｝〉》」』】〕〗”’…·～％‰℃,.;:!?)]}%')
/** Must not end a line (GB/T 15834-2011, 5.1; UAX 14 class OP). */
const NO_END = new Set('（［｛〈《「『【〔〖“‘([{￥$#')
/** Where an address or identifier too long for a line is parted by preference. */
const SOFT = new Set('/\\?&=._,:;@#+-')

interface Letter {
  readonly text: string
  readonly run: number
  readonly wide: boolean
}

function mayBreak(before: Letter, after: Letter): boolean {
  if (after.text === ' ') return false
  if (before.text === ' ') return true
  return (before.wide || after.wide) && !NO_START.has(after.text) && !NO_END.has(before.text)
}

/** Where to cut a piece that has no break opportunity: behind the last soft mark in its second half, else at the edge. */
function forcedCut(letters: readonly Letter[], start: number, edge: number): number {
  for (let cut = edge; cut > start + (edge - start) / 2; cut -= 1) {
    if (SOFT.has(letters[cut - 1]?.text ?? '')) return cut
  }
  return Math.max(edge, start + 1)
}

/** Line ranges by first fit. O(n) besides the cuts inside overlong words. */
function lineRanges(letters: readonly Letter[], ends: Float64Array, width: number): [number, number][] {
  const ranges: [number, number][] = []
  let start = 0
  let opportunity = -1
  const close = (end: number, next: number): void => {
    ranges.push([start, end])
    start = next
    opportunity = -1
  }
  let at = 0
  while (at < letters.length) {
    const letter = letters[at]
    if (letter === undefined) break
    if (letter.text === '\n') {
      close(at, at + 1)
      at += 1
      continue
    }
    const before = at > start ? letters[at - 1] : undefined
    if (before !== undefined && mayBreak(before, letter)) opportunity = at
    const reach = (ends[at + 1] ?? 0) - (ends[start] ?? 0)
    if (reach <= width || letter.text === ' ' || at === start) {
      at += 1
      continue
    }
    const cut = opportunity > start ? opportunity : forcedCut(letters, start, at)
    close(cut, cut)
    at = cut
  }
  ranges.push([start, letters.length])
  return ranges
}

function lettersOf(runs: readonly CleanRun[], measure: TextMeasure): { letters: Letter[]; ends: Float64Array } {
  const letters: Letter[] = []
  const widths: number[] = []
  runs.forEach((run, index) => {
    for (const text of run.text) {
      letters.push({ text, run: index, wide: WIDE.test(text) })
      widths.push(text === '\n' ? 0 : (measure.widthOf(text, run.strong) * measure.size) / 1000)
    }
  })
  const ends = new Float64Array(letters.length + 1)
  widths.forEach((width, index) => {
    ends[index + 1] = (ends[index] ?? 0) + width
  })
  return { letters, ends }
}

function lineRuns(runs: readonly CleanRun[], letters: readonly Letter[], [start, end]: [number, number]): CleanRun[] {
  const texts = new Map<number, string>()
  const last = letters.slice(start, end).findLastIndex((letter) => letter.text !== ' ') + start
  for (const letter of letters.slice(start, last + 1)) texts.set(letter.run, (texts.get(letter.run) ?? '') + letter.text)
  return [...texts].flatMap(([index, text]) => {
    const run = runs[index]
    return run === undefined ? [] : [{ ...run, text }]
  })
}

/**
 * Breaks text into lines of at most `width` points: Latin between words, Chinese between any two characters
 * save for punctuation that may not begin or end a line, and anything longer than a line wherever it must.
 * Each line keeps its runs; an empty line is an empty array. We break lines ourselves because pdfmake would
 * make one object per Chinese character: 2.4 times the time and twice the file.
 */
export function wrapRuns(runs: readonly CleanRun[], width: number, measure: TextMeasure): CleanRun[][] {
  const { letters, ends } = lettersOf(runs, measure)
  return lineRanges(letters, ends, width).map((range) => lineRuns(runs, letters, range))
}

/** Width in points of the longest piece that holds together, for column widths; looks at 2,000 characters. */
export function widestPiece(runs: readonly CleanRun[], measure: TextMeasure): number {
  const { letters, ends } = lettersOf(
    runs.map((run) => ({ ...run, text: run.text.slice(0, 2_000) })),
    measure,
  )
  let widest = 0
  let start = 0
  letters.forEach((letter, index) => {
    const before = letters[index - 1]
    if (letter.text === '\n' || letter.text === ' ' || (before !== undefined && mayBreak(before, letter)))
      start = letter.text === '\n' || letter.text === ' ' ? index + 1 : index
    if (start <= index) widest = Math.max(widest, (ends[index + 1] ?? 0) - (ends[start] ?? 0))
  })
  return widest
}

/** Width in points of text on one line. */
export function widthOfLine(runs: readonly CleanRun[], measure: TextMeasure): number {
  return lettersOf(runs, measure).ends.at(-1) ?? 0
}
