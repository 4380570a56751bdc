import { describe, expect, it } from 'vitest'
import { logOf, samplerOf, shapesOf } from './magnitude/sampler.ts'
import { Stream } from './random/stream.ts'
import { simulate } from './run.ts'
import type { Frequency, Magnitude, Scenario } from './schema.ts'
import { momentsOf } from './testing/panjer.ts'

const years = 1_000_000
const of = (frequency: Frequency, magnitude: Magnitude, more: Partial<Scenario> = {}) => simulate({ scenarios: [{ id: 'one', frequency, magnitude, ...more }], years, seed: 20_260_923 }).scenarios[0]!

/** Within so many standard errors: one false alarm in some ten thousand, and none with a fixed seed. */
const within = (found: number, wanted: number, error: number): void => expect(Math.abs(found - wanted) / error).toBeLessThan(4)

const lognormal = { mu: 11, sigma: 1.2 }
const mean = (power: number): number => Math.exp(power * lognormal.mu + (power * power * lognormal.sigma ** 2) / 2)

describe('compound distributions against their moments', () => {
  it.each<[string, Frequency]>([
    ['rare Poisson', { poisson: { rate: 0.05 } }], ['Poisson', { poisson: { rate: 1 } }], ['frequent Poisson', { poisson: { rate: 60 } }],
    ['negative binomial', { negativeBinomial: { mean: 3, dispersion: 0.7 } }], ['Bernoulli', { bernoulli: { p: 0.4 } }],
  ])('%s events of lognormal cost: mean E[N] E[X], variance E[N] Var X + Var N E[X]²', (_name, frequency) => {
    const count = momentsOf(frequency)
    const variance = count.mean * (mean(2) - mean(1) ** 2) + count.variance * mean(1) ** 2
    const found = of(frequency, { lognormal })
    within(found.mean, count.mean * mean(1), Math.sqrt(variance / years))
    // The fourth moment of a lognormal is so large that its variance converges slowly.
    expect(found.standardDeviation / Math.sqrt(variance)).toBeGreaterThan(0.95)
    expect(found.standardDeviation / Math.sqrt(variance)).toBeLessThan(1.05)
  })

  it('tables of event counts have the moments that they are named by', () => {
    expect(momentsOf({ poisson: { rate: 7.5 } })).toEqual({ mean: expect.closeTo(7.5, 9), variance: expect.closeTo(7.5, 8) })
    expect(momentsOf({ poisson: { rate: 5_000 } })).toEqual({ mean: expect.closeTo(5_000, 5), variance: expect.closeTo(5_000, 3) })
    expect(momentsOf({ negativeBinomial: { mean: 4, dispersion: 2 } })).toEqual({ mean: expect.closeTo(4, 9), variance: expect.closeTo(12, 7) })
  })
})

describe('a Bernoulli event of lognormal cost has quantiles in closed form', () => {
  // p = 0.4, 90 % interval 10,000 to 1,000,000.
  const found = of({ bernoulli: { p: 0.4 } }, { lognormal: { p5: 10_000, p95: 1_000_000 } })
  it.each([['mean', 106_559], ['p95', 500_452], ['p99', 1_554_438], ['es99', 3_065_798]] as const)('%s %d', (key, wanted) => {
    const [low, high] = found.intervals[key]
    const slack = (high - low) * 0.3
    expect(wanted).toBeGreaterThan(low - slack)
    expect(wanted).toBeLessThan(high + slack)
  })
  it('and a probability of loss', () => within(found.probabilityOfLoss, 0.4, Math.sqrt(0.24 / years)))
  it('reads the interval as mean and deviation of the logarithm', () => {
    const { mu, sigma } = logOf({ p5: 10_000, p95: 1_000_000 })
    expect([mu, sigma]).toEqual([expect.closeTo(Math.log(100_000), 12), expect.closeTo(Math.log(100) / 3.289707253902945, 12)])
  })
})

describe('PERT', () => {
  const given = { min: 20, mode: 100, max: 900 }
  it('of 20, 100, 900 has mean 220 and deviation 139.386', () => {
    const found = of({ bernoulli: { p: 1 } }, { pert: given })
    within(found.mean, 220, 139.386 / Math.sqrt(years))
    expect(found.standardDeviation).toBeCloseTo(139.386, 0)
    expect([found.maximum <= 900, found.probabilityOfLoss]).toEqual([true, 1])
  })
  it('with another weight has the moments of its beta distribution', () => {
    const { alpha, beta } = shapesOf({ ...given, weight: 10 })
    const [mean, spread] = [alpha / (alpha + beta), Math.sqrt((alpha * beta) / ((alpha + beta) ** 2 * (alpha + beta + 1)))]
    const found = of({ bernoulli: { p: 1 } }, { modifiedPert: { ...given, weight: 10 } })
    within(found.mean, 20 + 880 * mean, (880 * spread) / Math.sqrt(years))
    expect(found.standardDeviation).toBeCloseTo(880 * spread, 0)
  })
  it('of one value is that value', () => expect(of({ bernoulli: { p: 1 } }, { pert: { min: 5, mode: 5, max: 5 } })).toMatchObject({ mean: 5, maximum: 5, p50: 5 }))
})

describe('further distributions', () => {
  const moments = (magnitude: Magnitude) => {
    const out = new Float64Array(400_000)
    samplerOf(magnitude)(new Stream(5, 'moments', 0), out, out.length)
    const mean = out.reduce((sum, x) => sum + x, 0) / out.length
    return { mean, deviation: Math.sqrt(out.reduce((sum, x) => sum + (x - mean) ** 2, 0) / out.length) }
  }
  it('uniform, empirical and mixed have their moments', () => {
    expect(moments({ uniform: { min: 2, max: 8 } })).toEqual({ mean: expect.closeTo(5, 1), deviation: expect.closeTo(Math.sqrt(3), 1) })
    expect(moments({ empirical: { values: [1, 10], weights: [3, 1] } })).toEqual({ mean: expect.closeTo(3.25, 1), deviation: expect.closeTo(9 * Math.sqrt(3 / 16), 1) })
    const parts = [{ weight: 1, magnitude: { constant: { amount: 4 } } }, { weight: 3, magnitude: { uniform: { min: 0, max: 8 } } }]
    expect(moments({ mixture: { parts } })).toEqual({ mean: expect.closeTo(4, 1), deviation: expect.closeTo(Math.sqrt(4), 1) })
  })
})

describe('what changes a loss', () => {
  const frequency: Frequency = { poisson: { rate: 2 } }
  const cost: Magnitude = { constant: { amount: 100 } }
  it('vulnerability thins events, secondary losses follow some, a cap ends them', () => {
    within(of(frequency, cost, { vulnerability: 0.25 }).mean, 50, Math.sqrt((0.5 * 100 ** 2) / years))
    within(of(frequency, cost, { secondary: { probability: 0.5, magnitude: { constant: { amount: 60 } } } }).mean, 260, Math.sqrt((2 * 17_800) / years))
    within(of(frequency, { uniform: { min: 0, max: 200 } }, { cap: 100 }).mean, 150, Math.sqrt((2 * 6_667) / years))
  })
  it('an insurer pays what exceeds the deductible, up to the limit', () => {
    expect(of({ bernoulli: { p: 1 } }, cost, { insurance: { deductible: 30, limit: 50 } }).mean).toBe(50)
    expect(of({ bernoulli: { p: 1 } }, cost, { insurance: { deductible: 30, limit: 500 } }).mean).toBe(30)
    expect(of({ bernoulli: { p: 1 } }, cost, { insurance: { deductible: 300, limit: 50 } }).mean).toBe(100)
  })
})
