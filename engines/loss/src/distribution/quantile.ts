import { logOf } from '../magnitude/sampler.ts'
import type { Magnitude } from '../schema.ts'
import { cdf } from './cdf.ts'
import { normalQuantile } from './normal.ts'

/** Ends between which all of a distribution lies, but for less than anybody asks about. */
const reach = (given: Magnitude): readonly [low: number, high: number] => {
  if (given.lognormal !== undefined) {
    const { mu, sigma } = logOf(given.lognormal)
    return [Math.exp(mu - 9 * sigma), Math.exp(mu + 9 * sigma)]
  }
  const bounded = given.pert ?? given.modifiedPert ?? given.uniform
  if (bounded !== undefined) return [bounded.min, bounded.max]
  if (given.constant !== undefined) return [given.constant.amount, given.constant.amount]
  if (given.empirical !== undefined) return [Math.min(...given.empirical.values), Math.max(...given.empirical.values)]
  const ends = given.mixture!.parts.map(({ magnitude }) => reach(magnitude))
  return [Math.min(...ends.map(([low]) => low)), Math.max(...ends.map(([, high]) => high))]
}

/** The smallest number that is not exceeded with probability p, 0 < p < 1. */
export const quantile = (given: Magnitude, p: number): number => {
  if (given.lognormal !== undefined) {
    const { mu, sigma } = logOf(given.lognormal)
    return Math.exp(mu + sigma * normalQuantile(p))
  }
  if (given.uniform !== undefined) return given.uniform.min + p * (given.uniform.max - given.uniform.min)
  const below = cdf(given)
  let [low, high] = reach(given)
  if (below(low) >= p) return low
  for (let i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    const middle = (low + high) / 2
    if (below(middle) >= p) high = middle
    else low = middle
  }
  return high
}
