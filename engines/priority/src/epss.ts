import { text, type Text } from './text.ts'

/** How likely a flaw is exploited within thirty days, and what share of flaws is less likely; 0 to 1. FIRST, Exploit Prediction Scoring System. */
export interface EpssScore {
  readonly cve: string
  readonly epss: number
  readonly percentile: number
}

export interface EpssHead {
  readonly model: string | null
  /** ISO 8601 day. */
  readonly day: string | null
}

/** A line or a field that is not what a feed holds. */
export class FeedError extends Error {
  readonly place: string
  readonly text: Text

  constructor(place: string, en: string, zh: string) {
    super(`${place}: ${en}`)
    this.name = 'FeedError'
    this.place = place
    this.text = text(this.message, `${place.replace(/^line (\d+)$/, '第 $1 行')}：${zh}`)
  }
}

const share = (cell: string | undefined): number | null => {
  const value = /^\d(?:\.\d+)?(?:e-\d+)?$/i.test(cell ?? '') ? Number(cell) : Number.NaN
  return value >= 0 && value <= 1 ? value : null
}

/**
 * Reads the daily file line by line: a comment with model and day, a header, then CVE, score and percentile. `head` is filled as its line comes. Throws `FeedError`
 * naming the line. O(lines), one line in memory.
 */
export async function* readEpss(lines: AsyncIterable<string> | Iterable<string>, head: { value: EpssHead }): AsyncGenerator<EpssScore> {
  let [number, hasHeader] = [0, false]
  for await (const line of lines) {
    number++
    if (line.startsWith('#')) {
      head.value = { model: /model_version:([^,\s]+)/.exec(line)?.[1] ?? null, day: /score_date:(\d{4}-\d\d-\d\d)/.exec(line)?.[1] ?? null }
      continue
    }
    if (line.trim() === '') continue
    const cells = line.trimEnd().split(',')
    if (!hasHeader) {
      if (cells[0] !== 'cve' || cells[1] !== 'epss' || cells[2] !== 'percentile') throw new FeedError(`line ${number}`, 'expected cve,epss,percentile', '应为 cve,epss,percentile')
      hasHeader = true
      continue
    }
    const [cve = '', epss, percentile] = [cells[0], share(cells[1]), share(cells[2])]
    if (!/^CVE-\d{4}-\d{4,}$/.test(cve)) throw new FeedError(`line ${number}`, `"${cve.slice(0, 40)}" is no CVE number`, `“${cve.slice(0, 40)}”不是 CVE 编号`)
    if (epss === null || percentile === null) throw new FeedError(`line ${number}`, 'score and percentile have to be between 0 and 1', '评分和百分位应在 0 至 1 之间')
    yield { cve, epss, percentile }
  }
  if (!hasHeader) throw new FeedError('line 1', 'expected cve,epss,percentile', '应为 cve,epss,percentile')
}
