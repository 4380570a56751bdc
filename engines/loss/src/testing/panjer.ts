import { probabilities } from '../frequency/counts.ts'
import type { Frequency } from '../schema.ts'

/** Standard normal distribution function (Abramowitz, Stegun 26.2.17 gives 7 digits; this is its continued fraction and series, to 12). */
export const normalCdf = (x: number): number => {
  if (x < 0) return 1 - normalCdf(-x)
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  if (x > 5) {
    let fraction = x
    for (let k = 60; k > 0; k--) fraction = x + k / fraction
    return 1 - density / fraction
  }
  let [term, sum] = [x, x]
  for (let k = 1; k < 200; k++) sum += term *= (x * x) / (2 * k + 1)
  return 0.5 + density * sum
}

/** A distribution of costs on the points 0, h, 2h, … of a grid, each point standing for what lies nearest to it. */
export const onGrid = (cdf: (x: number) => number, step: number, size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, j) => cdf((j + 0.5) * step) - (j === 0 ? 0 : cdf((j - 0.5) * step)))

/** a, b of Panjer's class: p(n) = (a + b / n) p(n − 1). */
const classOf = ({ poisson, bernoulli, negativeBinomial }: Frequency): { a: number; b: number } => {
  if (poisson !== undefined) return { a: 0, b: poisson.rate }
  if (bernoulli !== undefined) return { a: -bernoulli.p / (1 - bernoulli.p), b: (2 * bernoulli.p) / (1 - bernoulli.p) }
  const { mean, dispersion } = negativeBinomial!
  const a = mean / (mean + dispersion)
  return { a, b: (dispersion - 1) * a }
}

/**
 * Probabilities of the sum of a year, computed without chance (Panjer, ASTIN Bulletin 12(1), 1981). O(size²). Independent of the
 * simulation except for the probability of no event at all, which has a formula of its own here.
 */
export const panjer = (frequency: Frequency, costs: Float64Array): Float64Array => {
  const { a, b } = classOf(frequency)
  const first = costs[0]!
  const { poisson, bernoulli, negativeBinomial } = frequency
  const sums = new Float64Array(costs.length)
  sums[0] = poisson !== undefined ? Math.exp(poisson.rate * (first - 1))
    : bernoulli !== undefined ? 1 - bernoulli.p + bernoulli.p * first
    : (1 + (negativeBinomial!.mean / negativeBinomial!.dispersion) * (1 - first)) ** -negativeBinomial!.dispersion
  for (let s = 1; s < costs.length; s++) {
    let sum = 0
    for (let j = 1; j <= s; j++) sum += (a + (b * j) / s) * costs[j]! * sums[s - j]!
    sums[s] = sum / (1 - a * first)
  }
  return sums
}

/** Mean and variance of the number of events, from its table. */
export const momentsOf = (frequency: Frequency): { mean: number; variance: number } => {
  const p = probabilities(frequency)
  const total = p.reduce((sum, one) => sum + one, 0)
  const mean = p.reduce((sum, one, n) => sum + n * one, 0) / total
  return { mean, variance: p.reduce((sum, one, n) => sum + (n - mean) ** 2 * one, 0) / total }
}
