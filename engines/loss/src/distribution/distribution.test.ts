import { describe, expect, it } from 'vitest'
import { samplerOf } from '../magnitude/sampler.ts'
import { Stream } from '../random/stream.ts'
import type { Magnitude } from '../schema.ts'
import { normalCdf as bySeries } from '../testing/panjer.ts'
import { betaCdf, logGamma } from './beta.ts'
import { cdf, exceeds } from './cdf.ts'
import { normalCdf } from './normal.ts'

describe('normalCdf', () => {
  it('has the published values, far tails included', () => {
    for (const [x, p] of [[0, 0.5], [1.959963984540054, 0.975], [3, 0.9986501019683699], [-6, 9.865876450376946e-10], [-20, 2.7536241186062337e-89], [40, 1]] as const) expect(normalCdf(x) / p).toBeCloseTo(1, 12)
  })
  it('is what a series gives', () => {
    for (let x = -4; x <= 4; x += 0.037) expect(normalCdf(x)).toBeCloseTo(bySeries(x), 12)
  })
})

describe('betaCdf', () => {
  it('of whole shapes is a polynomial', () => {
    for (const x of [0.01, 0.2, 0.5, 0.77, 0.99]) {
      expect(betaCdf(x, 2, 3)).toBeCloseTo(x * x * (6 - 8 * x + 3 * x * x), 13)
      expect(betaCdf(x, 1, 5)).toBeCloseTo(1 - (1 - x) ** 5, 13)
      expect(betaCdf(x, 3.3, 1.7) + betaCdf(1 - x, 1.7, 3.3)).toBeCloseTo(1, 13)
    }
    expect([betaCdf(0, 2, 2), betaCdf(1, 2, 2)]).toEqual([0, 1])
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12)
  })
})

const pert = { pert: { min: 10, mode: 40, max: 90 } }
const kinds: readonly [string, Magnitude][] = [
  ['lognormal', { lognormal: { mu: 3.5, sigma: 0.4 } }], ['PERT', pert], ['modified PERT', { modifiedPert: { min: 0, mode: 0, max: 100, weight: 2 } }], ['uniform', { uniform: { min: 20, max: 60 } }],
  ['constant', { constant: { amount: 40 } }], ['empirical', { empirical: { values: [10, 40, 70], weights: [1, 2, 3] } }],
  ['mixture', { mixture: { parts: [{ weight: 2, magnitude: pert }, { weight: 1, magnitude: { constant: { amount: 40 } } }] } }],
]

describe('a distribution function', () => {
  const size = 200_000
  it.each(kinds)('of %s says what is drawn', (_name, kind) => {
    const drawn = new Float64Array(size)
    samplerOf(kind)(new Stream(8, 'cdf', 0), drawn, size)
    const [upTo, below] = [cdf(kind), cdf(kind, true)]
    for (const x of [5, 25, 40, 55, 85]) {
      const error = 4.5 * Math.sqrt(0.25 / size)
      expect(Math.abs(upTo(x) - drawn.filter((one) => one <= x).length / size)).toBeLessThan(error)
      expect(Math.abs(below(x) - drawn.filter((one) => one < x).length / size)).toBeLessThan(error)
    }
  })
})

describe('exceeds: vulnerability from capability and strength', () => {
  it('has closed forms', () => {
    const uniform = (min: number, max: number) => ({ uniform: { min, max } })
    expect(exceeds(uniform(0, 1), uniform(0, 1))).toBeCloseTo(0.5, 9)
    expect(exceeds(uniform(0, 2), uniform(1, 3))).toBeCloseTo(1 / 8, 6)
    expect(exceeds({ constant: { amount: 5 } }, { constant: { amount: 5 } })).toBe(0)
    expect(exceeds({ constant: { amount: 6 } }, { constant: { amount: 5 } })).toBe(1)
    // The difference of two normal logarithms is normal.
    expect(exceeds({ lognormal: { mu: 1, sigma: 0.6 } }, { lognormal: { mu: 1.5, sigma: 0.8 } })).toBeCloseTo(normalCdf(-0.5), 8)
  })
  it.each(kinds.flatMap(([a, capability]) => kinds.map(([b, strength]) => [a, b, capability, strength] as const)))('of %s against %s is how often one drawn exceeds the other', (_a, _b, capability, strength) => {
    const size = 60_000
    const [one, other] = [new Float64Array(size), new Float64Array(size)]
    samplerOf(capability)(new Stream(8, 'capability', 0), one, size)
    samplerOf(strength)(new Stream(8, 'strength', 0), other, size)
    expect(Math.abs(exceeds(capability, strength) - one.filter((x, i) => x > other[i]!).length / size)).toBeLessThan(4.5 * Math.sqrt(0.25 / size))
  })
})
