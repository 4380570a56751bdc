import { Discrete } from '../random/discrete.ts'
import type { Frequency } from '../schema.ts'
import { counted } from './between.ts'

/** What is left out of a table of probabilities on either side, of all: below what 52 bits draw. */
const negligible = 1e-18

/** The mean number of events a year. */
export const meanOf = (frequency: Frequency): number => {
  const { poisson, bernoulli, negativeBinomial } = counted(frequency)
  return poisson?.rate ?? bernoulli?.p ?? negativeBinomial!.mean
}

/**
 * Events of which each becomes a loss with a probability of its own are of the same kind again, only rarer: no event that
 * comes to nothing has to be drawn.
 */
export const thinned = (frequency: Frequency, probability: number): Frequency => {
  const { poisson, bernoulli, negativeBinomial } = counted(frequency)
  if (poisson !== undefined) return { poisson: { rate: poisson.rate * probability } }
  if (bernoulli !== undefined) return { bernoulli: { p: bernoulli.p * probability } }
  return { negativeBinomial: { ...negativeBinomial!, mean: negativeBinomial!.mean * probability } }
}

/** Probabilities of 0, 1, 2, … events in a year, not yet summing to one exactly. O(mean + its spread). */
export const probabilities = (frequency: Frequency): Float64Array => {
  const { poisson, bernoulli, negativeBinomial } = counted(frequency)
  if (bernoulli !== undefined) return Float64Array.of(1 - bernoulli.p, bernoulli.p)
  const mean = poisson?.rate ?? negativeBinomial!.mean
  if (mean === 0) return Float64Array.of(1)
  // Each follows from the one before; from the likeliest on, so that nothing is lost where the first is too small for a number.
  const ratio = poisson === undefined
    ? (n: number): number => ((n + negativeBinomial!.dispersion) / (n + 1)) * (mean / (mean + negativeBinomial!.dispersion))
    : (n: number): number => mean / (n + 1)
  let mode = 0
  while (ratio(mode) > 1) mode++
  const above: number[] = [1]
  for (let n = mode, p = 1; p > negligible; n++) above.push((p *= ratio(n)))
  const below: number[] = []
  for (let n = mode, p = 1; n > 0 && p > negligible; n--) below.push((p /= ratio(n - 1)))
  const all = new Float64Array(mode + above.length)
  below.forEach((p, i) => (all[mode - 1 - i] = p))
  above.forEach((p, i) => (all[mode + i] = p))
  return all
}

export const countsOf = (frequency: Frequency): Discrete => new Discrete(probabilities(frequency))
