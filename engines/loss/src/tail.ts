import { rank } from './statistics/ranks.ts'
import { blockYears, simulateBlock, type Prepared } from './simulate.ts'

/** What scenarios cost in the worst years of all of them together: their parts of the expected shortfall (Tasche, Euler allocation, 1999). */
export interface TailShares {
  readonly level: number
  /** Losses of years that count reach it. */
  readonly threshold: number
  readonly years: number
  /** Mean of each scenario's loss in these years; together they are that of the portfolio. */
  readonly parts: readonly number[]
}

/** The loss that the worst 1 − level of years reach; more years where several are alike. */
export const thresholdOf = (portfolio: Float64Array, level: number): number => {
  const place = Math.min(portfolio.length, Math.ceil(portfolio.length * level) + 1)
  return rank(portfolio, [place], []).at(place)
}

const scratch = new Float64Array(blockYears)

/** Adds up each scenario's losses in the years of a block that reach the threshold, at `sums[block × scenarios + place]`. */
export const tailOfBlock = (prepared: readonly Prepared[], seed: number, block: number, portfolio: Float64Array, threshold: number, sums: Float64Array): void => {
  const from = block * blockYears
  const size = Math.min(blockYears, portfolio.length - from)
  const losses = scratch.subarray(0, size)
  for (const [place, scenario] of prepared.entries()) {
    simulateBlock(scenario, seed, block, losses)
    let sum = 0
    for (let year = 0; year < size; year++) if (portfolio[from + year]! >= threshold) sum += losses[year]!
    sums[block * prepared.length + place] = sum
  }
}

/** Puts the sums of blocks together, in their order, so that they come out alike however they were made. */
export const tailOf = (level: number, portfolio: Float64Array, threshold: number, sums: Float64Array, scenarios: number): TailShares => {
  let years = 0
  for (let year = 0; year < portfolio.length; year++) if (portfolio[year]! >= threshold) years++
  const parts = Array.from({ length: scenarios }, (_, place) => {
    let sum = 0
    for (let at = place; at < sums.length; at += scenarios) sum += sums[at]!
    return sum / years
  })
  return { level, threshold, years, parts }
}
