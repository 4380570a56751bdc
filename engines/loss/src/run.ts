import type { Correlation, Scenario } from './schema.ts'
import { prepare, simulateYears } from './simulate.ts'
import { summarise, type Summary } from './statistics/summary.ts'

export interface Simulated {
  /** All scenarios together, year by year. */
  readonly portfolio: Summary
  readonly scenarios: readonly (Summary & { readonly id: string })[]
}

export interface Wanted {
  readonly scenarios: readonly Scenario[]
  /** Scenarios whose bad years go together; all others are independent. */
  readonly correlations?: readonly Correlation[] | undefined
  /** Simulated years: more make chance smaller, by their root. */
  readonly years: number
  readonly seed: number
  readonly progress?: (done: number, of: number) => void
}

/** Simulates every scenario and their sum. The same seed gives the same figures, bit for bit. O(scenarios × years × events a year). */
export const simulate = ({ scenarios, correlations, years, seed, progress }: Wanted): Simulated => {
  const portfolio = new Float64Array(years)
  const losses = new Float64Array(years)
  const told = prepare(scenarios, correlations).map((scenario, i) => {
    simulateYears(scenario, seed, losses)
    for (let year = 0; year < years; year++) portfolio[year] = portfolio[year]! + losses[year]!
    progress?.(i + 1, scenarios.length)
    return { id: scenario.id, ...summarise(losses) }
  })
  return { portfolio: summarise(portfolio), scenarios: told }
}
