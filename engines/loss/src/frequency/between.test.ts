import { describe, expect, it } from 'vitest'
import { gammaCdf, gammaQuantile } from '../distribution/gamma.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { quantile } from '../distribution/quantile.ts'
import { cdf } from '../distribution/cdf.ts'
import { simulate } from '../run.ts'
import { scenario, type Magnitude } from '../schema.ts'
import { counted, rateBetween } from './between.ts'
import { meanOf } from './counts.ts'

describe('gammaCdf', () => {
  it('of whole shapes is a sum of Poisson probabilities', () => {
    for (const x of [0.01, 0.7, 3, 12, 40]) {
      const poisson = (n: number): number => Math.exp(-x) * Array.from({ length: n }, (_, k) => x ** k / Array.from({ length: k }, (_one, i) => i + 1).reduce((all, i) => all * i, 1)).reduce((all, p) => all + p, 0)
      for (const shape of [1, 2, 5, 9]) expect(gammaCdf(x, shape)).toBeCloseTo(1 - poisson(shape), 12)
    }
  })
  it('is undone by its quantile', () => {
    for (const shape of [0.15, 0.5, 1, 7.3, 400, 1e6]) for (const p of [0.05, 0.5, 0.95]) expect(gammaCdf(gammaQuantile(p, shape), shape)).toBeCloseTo(p, 8)
  })
})

describe('quantiles', () => {
  it('are those published of the normal distribution', () => {
    for (const [p, x] of [[0.5, 0], [0.975, 1.959963984540054], [0.05, -1.6448536269514722], [1e-9, -5.997807015007686]] as const) expect(normalQuantile(p)).toBeCloseTo(x, 10)
  })
  it.each<[string, Magnitude]>([
    ['lognormal', { lognormal: { p5: 10, p95: 1_000 } }], ['PERT', { pert: { min: 1, mode: 5, max: 40 } }], ['uniform', { uniform: { min: 2, max: 6 } }],
    ['a mixture', { mixture: { parts: [{ weight: 1, magnitude: { lognormal: { p5: 1, p95: 10 } } }, { weight: 3, magnitude: { uniform: { min: 50, max: 60 } } }] } }],
  ])('of %s undo its distribution function', (_, given) => {
    for (const p of [0.05, 0.3, 0.5, 0.95]) expect(cdf(given)(quantile(given, p))).toBeCloseTo(p, 8)
  })
  it('of what was seen are among it', () => {
    expect([0.05, 0.5, 0.95].map((p) => quantile({ empirical: { values: [7, 1, 3] } }, p))).toEqual([1, 3, 7].map((x) => expect.closeTo(x, 9)))
    expect(quantile({ constant: { amount: 4 } }, 0.5)).toBe(4)
  })
})

describe('a rate between two numbers in nine of ten cases', () => {
  it.each([[0.1, 0.5], [2, 3], [0.001, 400], [5, 5.1]])('%d and %d is gamma-distributed', (p5, p95) => {
    const { mean, dispersion } = rateBetween({ p5, p95 })
    expect(gammaCdf((p5 * dispersion!) / mean, dispersion!)).toBeCloseTo(0.05, 4)
    expect(gammaCdf((p95 * dispersion!) / mean, dispersion!)).toBeCloseTo(0.95, 4)
  })
  it('makes events that vary more than those of a known rate', () => {
    const frequency = { between: { p5: 0.5, p95: 3 } }
    const { mean, dispersion } = rateBetween(frequency.between)
    const found = simulate({ scenarios: [{ id: 'x', frequency, magnitude: { constant: { amount: 1 } } }], years: 1_000_000, seed: 3 }).scenarios[0]!
    expect(found.mean).toBeCloseTo(mean, 2)
    expect(found.standardDeviation ** 2).toBeCloseTo(mean + mean ** 2 / dispersion!, 1)
    expect(meanOf(frequency)).toBe(mean)
  })
  it('without a spread is a known rate', () => expect(counted({ between: { p5: 2, p95: 2 } })).toEqual({ poisson: { rate: 2 } }))
  it.each([[{ p5: 3, p95: 2 }, 'p95'], [{ p5: 0, p95: 2 }, 'p5'], [{ p5: 1e-6, p95: 10 }, 'p95']] as const)('%j is refused', (between, field) => {
    const read = scenario.safeParse({ id: 'x', frequency: { between }, magnitude: { constant: { amount: 1 } } })
    expect(read.error?.issues[0]?.path.join('.')).toBe(`frequency.between.${field}`)
  })
})
