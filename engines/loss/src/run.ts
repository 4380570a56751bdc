import type { Correlation, Scenario } from './schema.ts'
import { blockYears, prepare, simulateYears } from './simulate.ts'
import { summarise, type Summary } from './statistics/summary.ts'
import { tailOf, tailOfBlock, thresholdOf, type TailShares } from './tail.ts'

export interface Simulated {
  /** All scenarios together, year by year. */
  readonly portfolio: Summary
  readonly scenarios: readonly (Summary & { readonly id: string })[]
  /** What each scenario costs in the worst years of the portfolio; where it was asked for. */
  readonly tail?: TailShares
}

export interface Wanted {
  readonly scenarios: readonly Scenario[]
  /** Scenarios whose bad years go together; all others are independent. */
  readonly correlations?: readonly Correlation[] | undefined
  /** Simulated years: more make chance smaller, by their root. */
  readonly years: number
  readonly seed: number
  /** Scenarios of one id are variants of each other, whose differences chance shall not blur. */
  readonly alike?: boolean
  /** Which worst years to tell the scenarios' shares of: 0.95 means the worst twentieth. Every scenario is drawn once more for it. */
  readonly tail?: number
  readonly progress?: (done: number, of: number) => void
}

/** Simulates every scenario and their sum. The same seed gives the same figures, bit for bit. O(scenarios × years × events a year). */
export const simulate = ({ scenarios, correlations, years, seed, alike, tail, progress }: Wanted): Simulated => {
  const portfolio = new Float64Array(years)
  const losses = new Float64Array(years)
  const prepared = prepare(scenarios, correlations, alike)
  const told = prepared.map((scenario, i) => {
    simulateYears(scenario, seed, losses)
    for (let year = 0; year < years; year++) portfolio[year] = portfolio[year]! + losses[year]!
    progress?.(i + 1, scenarios.length)
    return { id: scenario.id, ...summarise(losses) }
  })
  const all = summarise(portfolio)
  if (tail === undefined) return { portfolio: all, scenarios: told }
  const threshold = thresholdOf(portfolio, tail)
  const blocks = Math.ceil(years / blockYears)
  const sums = new Float64Array(blocks * prepared.length)
  for (let block = 0; block < blocks; block++) tailOfBlock(prepared, seed, block, portfolio, threshold, sums)
  return { portfolio: all, scenarios: told, tail: tailOf(tail, portfolio, threshold, sums, prepared.length) }
}
