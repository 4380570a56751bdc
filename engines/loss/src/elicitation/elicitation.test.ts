import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectation } from '../distribution/cdf.ts'
import { samplerOf } from '../magnitude/sampler.ts'
import { Stream } from '../random/stream.ts'
import { magnitude } from '../schema.ts'
import { calibrationOf } from './calibration.ts'
import { fitIncidents } from './incidents.ts'
import { linearPool, logarithmicPool, type Opinion } from './pool.ts'

describe('opinions of several experts', () => {
  const one: Opinion = { p5: 1_000, p95: 100_000 }
  const other: Opinion = { p5: 20_000, p95: 30_000 }
  it('that agree are one opinion', () => {
    expect(logarithmicPool([one, one, { ...one, weight: 5 }])).toEqual({ lognormal: { mu: expect.closeTo(Math.log(10_000), 10), sigma: expect.closeTo(Math.log(100) / 3.289707253902945, 10) } })
  })
  it('in the middle lie between both, nearer to the surer one', () => {
    const { lognormal } = logarithmicPool([one, other])
    expect(lognormal!.mu).toBeGreaterThan(Math.log(10_000))
    expect(Math.abs(lognormal!.mu! - Math.log(Math.sqrt(20_000 * 30_000)))).toBeLessThan(0.1)
    expect(logarithmicPool([one, { p5: 500, p95: 500 }])).toEqual({ lognormal: { mu: Math.log(500), sigma: 0 } })
  })
  it('side by side keep what each says, as likely as it counts', () => {
    const pooled = linearPool([{ ...one, weight: 3 }, other])
    expect(magnitude.safeParse(pooled).success).toBe(true)
    const below = (x: number) => (y: number) => (y <= x ? 1 : 0)
    const shares = [{ lognormal: one }, { lognormal: other }].map(({ lognormal: { p5, p95 } }) => expectation({ lognormal: { p5, p95 } }, below(15_000)))
    expect(expectation(pooled, below(15_000))).toBeCloseTo(0.75 * shares[0]! + 0.25 * shares[1]!, 6)
  })
  it('pool to something that can be drawn, whatever they are', () => fc.assert(fc.property(fc.array(fc.record({ p5: fc.double({ min: 1, max: 1e6, noNaN: true }), more: fc.double({ min: 1, max: 1e3, noNaN: true }), weight: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 20 }), (given) => {
    const opinions = given.map(({ p5, more, weight }) => ({ p5, p95: p5 * more, weight }))
    for (const pooled of [linearPool(opinions), logarithmicPool(opinions)]) {
      const out = new Float64Array(10)
      samplerOf(magnitude.parse(pooled))(new Stream(1, 'pool', 0), out, 10)
      expect(out.every((x) => x > 0 && Number.isFinite(x))).toBe(true)
    }
  }), { numRuns: 50 }))
  it('are refused where there are none, or none counts', () => {
    expect(() => linearPool([])).toThrow(RangeError)
    expect(() => logarithmicPool([{ ...one, weight: 0 }])).toThrow(RangeError)
  })
})

describe('calibrationOf', () => {
  it('says how many intervals held, and by how much they should be wider', () => {
    // Truths at 0.1, 0.2, … 2 half-widths from the middle of intervals from 10 to 1,000.
    const answers = Array.from({ length: 20 }, (_, i) => ({ low: 10, high: 1_000, truth: 100 * 10 ** ((i + 1) / 10) }))
    expect(calibrationOf(answers)).toMatchObject({ asked: 20, hit: 10, share: 0.5, widen: expect.closeTo(1.8, 9) })
    expect(calibrationOf(answers).interval[1]).toBeLessThan(0.9)
  })
  it('says nothing of too few, and refuses what is no interval', () => {
    expect(calibrationOf([])).toEqual({ asked: 0, hit: 0, share: 0, interval: [0, 1], widen: null })
    expect(calibrationOf([{ low: 1, high: 2, truth: 1.5 }])).toMatchObject({ hit: 1, widen: null })
    expect(() => calibrationOf([{ low: 2, high: 1, truth: 1 }])).toThrow(RangeError)
  })
})

describe('fitIncidents', () => {
  it('gives the published exact intervals of a Poisson rate', () => {
    // Garwood 1936: 0 → 0 to 3.689; 1 → 0.0253 to 5.572; 10 → 4.795 to 18.39.
    for (const [count, low, high] of [[0, 0, 3.689], [1, 0.0253, 5.572], [10, 4.795, 18.39]] as const) {
      const { rateInterval } = fitIncidents({ years: 1, losses: Array.from({ length: count }, () => 5) })
      expect([rateInterval[0], rateInterval[1]]).toEqual([expect.closeTo(low, 3), expect.closeTo(high, 2)])
    }
    expect(fitIncidents({ years: 4, losses: [1, 1] })).toMatchObject({ rate: 0.5, lognormal: null })
  })
  it('finds the distribution that costs were drawn from', () => {
    const losses = new Float64Array(500)
    samplerOf({ lognormal: { mu: 9, sigma: 1.3 } })(new Stream(2, 'fit', 0), losses, 500)
    const { lognormal } = fitIncidents({ years: 100, losses: [...losses] })
    expect(Math.abs(lognormal!.mu - 9)).toBeLessThan((4 * 1.3) / Math.sqrt(500))
    expect(Math.abs(lognormal!.sigma - 1.3)).toBeLessThan((4 * 1.3) / Math.sqrt(1_000))
  })
  it('refuses what cannot have been seen', () => {
    expect(() => fitIncidents({ years: 0, losses: [] })).toThrow(RangeError)
    expect(() => fitIncidents({ years: 1, losses: [-5] })).toThrow(RangeError)
  })
})
