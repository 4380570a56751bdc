import { describe, expect, it } from 'vitest'
import { shapesOf } from './magnitude/sampler.ts'
import { simulate } from './run.ts'
import type { Frequency, Magnitude } from './schema.ts'
import { normalCdf, onGrid, panjer } from './testing/panjer.ts'

const years = 1_000_000

/** Regularised incomplete beta function by Simpson's rule: plenty for a test, and not what the sampler does. */
const betaCdf = (alpha: number, beta: number) => {
  const [steps, density] = [2_000, (x: number) => x ** (alpha - 1) * (1 - x) ** (beta - 1)]
  const integral = (to: number): number => {
    let sum = density(0) + density(to)
    for (let i = 1; i < steps; i++) sum += (i % 2 === 0 ? 2 : 4) * density((i * to) / steps)
    return (sum * to) / steps / 3
  }
  const whole = integral(1)
  return (x: number): number => (x <= 0 ? 0 : x >= 1 ? 1 : integral(x) / whole)
}

const pert = { min: 0, mode: 300, max: 1_000 }
const { alpha, beta } = shapesOf(pert)
const costs: readonly [string, Magnitude, (x: number) => number][] = [
  ['lognormal', { lognormal: { mu: 4, sigma: 0.9 } }, (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - 4) / 0.9))],
  ['PERT', { pert }, (() => { const cdf = betaCdf(alpha, beta); return (x: number) => cdf(x / 1_000) })()],
  ['uniform', { uniform: { min: 0, max: 500 } }, (x) => Math.min(1, Math.max(0, x / 500))],
]
const frequencies: readonly [string, Frequency][] = [
  ['Poisson 0.3', { poisson: { rate: 0.3 } }], ['Poisson 4', { poisson: { rate: 4 } }], ['Bernoulli 0.2', { bernoulli: { p: 0.2 } }],
  ['negative binomial 2, 0.5', { negativeBinomial: { mean: 2, dispersion: 0.5 } }],
]
const cases = frequencies.flatMap(([often, frequency]) => costs.map(([how, magnitude, cdf]) => ({ name: `${often}, ${how}`, frequency, magnitude, cdf })))

describe('simulated years against the distribution computed without chance', () => {
  it.each(cases)('$name', ({ frequency, magnitude, cdf }) => {
    const step = 2
    const sums = panjer(frequency, onGrid(cdf, step, 6_000))
    const { exceedance } = simulate({ scenarios: [{ id: 'one', frequency, magnitude }], years, seed: 11 }).scenarios[0]!
    let upTo = 0
    const beyond = Float64Array.from(sums, (p) => 1 - (upTo += p))
    const told = exceedance.filter(({ loss, probability }) => loss > 0 && loss < step * (sums.length - 1) && probability > 1e-4)
    expect(told.length).toBeGreaterThan(10)
    for (const { loss, probability } of told) {
      // The grid stands for its neighbourhood: the true value lies between two of its points.
      const at = loss / step
      const [high, low] = [beyond[Math.max(0, Math.floor(at - 1))]!, beyond[Math.ceil(at + 1)]!]
      const error = 4.5 * Math.sqrt((probability * (1 - probability)) / years) + 1e-6
      expect(probability).toBeGreaterThan(low - error)
      expect(probability).toBeLessThan(high + error)
    }
  })
})
