import { shareInterval, type Interval } from '../statistics/summary.ts'

/** An answer to a training question: an interval that should hold the truth in nine of ten cases, and the truth. */
export interface Answer {
  readonly low: number
  readonly high: number
  readonly truth: number
}

export interface Calibration {
  readonly asked: number
  readonly hit: number
  /** Share of intervals that held the truth, and what chance leaves open of it; 0.9 inside means nothing speaks against being calibrated. */
  readonly share: number
  readonly interval: Interval
  /** By what factor intervals should be wider (or narrower) on a scale of ratios, so that nine of ten had held; null for too few answers. */
  readonly widen: number | null
}

const wanted = 0.9
const fewest = 10

/**
 * How well somebody's 90 % intervals hold (Lichtenstein, Fischhoff, Phillips: Calibration of probabilities, 1982). Answers are amounts above 0, whose
 * intervals are taken on a scale of ratios. Throws `RangeError` for others.
 */
export const calibrationOf = (answers: readonly Answer[]): Calibration => {
  for (const { low, high, truth } of answers) if (!(low > 0 && low < high && truth > 0 && Number.isFinite(high) && Number.isFinite(truth))) throw new RangeError('0 < low < high, and a truth above 0')
  const asked = answers.length
  const hit = answers.filter(({ low, high, truth }) => low <= truth && truth <= high).length
  const far = answers.map(({ low, high, truth }) => Math.abs(Math.log(truth) - (Math.log(low) + Math.log(high)) / 2) / ((Math.log(high) - Math.log(low)) / 2)).toSorted((a, b) => a - b)
  return { asked, hit, share: asked === 0 ? 0 : hit / asked, interval: asked === 0 ? [0, 1] : shareInterval(hit, asked), widen: asked < fewest ? null : far[Math.ceil(wanted * asked) - 1]! }
}
