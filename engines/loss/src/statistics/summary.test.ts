import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortAscending } from './sorted.ts'
import { shareInterval, summarise } from './summary.ts'

/** The definitions, word for word. */
const naive = (losses: readonly number[]) => {
  const sorted = losses.toSorted((a, b) => a - b)
  const quantile = (p: number): number => sorted.find((x) => sorted.filter((y) => y <= x).length >= p * sorted.length)!
  const worst = (p: number): number => {
    const size = Math.max(1, sorted.length - Math.ceil(sorted.length * p))
    return sorted.slice(-size).reduce((sum, x) => sum + x, 0) / size
  }
  return { mean: losses.reduce((sum, x) => sum + x, 0) / losses.length, p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99), es95: worst(0.95), probabilityOfLoss: losses.filter((x) => x > 0).length / losses.length, maximum: sorted.at(-1) }
}

describe('summarise', () => {
  it('says what the definitions say', () => {
    const loss = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e12, noNaN: true }), fc.integer({ min: 1, max: 5 }))
    fc.assert(fc.property(fc.array(loss, { minLength: 1, maxLength: 200 }), (losses) => {
      const { mean, es95, ...rest } = naive(losses)
      const told = summarise(Float64Array.from(losses))
      expect(told).toMatchObject(rest)
      expect(told.mean).toBeCloseTo(mean, -Math.log10(mean + 1) + 6)
      expect(Math.abs(told.es95 - es95)).toBeLessThanOrEqual(1e-9 * es95)
    }))
  })

  it('orders what it tells, and every interval holds its figure', () => {
    const told = summarise(Float64Array.from({ length: 50_000 }, (_, i) => (i % 3 === 0 ? 0 : ((i * 7_919) % 50_000) ** 1.7)))
    const ordered = [told.p50, told.p80, told.p90, told.p95, told.es95, told.p99, told.es99, told.maximum]
    expect(ordered.toSorted((a, b) => a - b)[0]).toBe(told.p50)
    expect(told.p95).toBeLessThanOrEqual(told.es95)
    for (const [key, [low, high]] of Object.entries(told.intervals)) {
      const figure = told[key as 'mean']
      expect([key, low <= figure, figure <= high]).toEqual([key, true, true])
    }
    for (const [i, one] of told.exceedance.entries()) {
      if (i === 0) continue
      expect(one.probability).toBeLessThan(told.exceedance[i - 1]!.probability)
      expect(one.loss).toBeGreaterThan(told.exceedance[i - 1]!.loss)
    }
  })

  it('of years without loss is zero, and does not say that a loss cannot be', () => {
    const told = summarise(new Float64Array(10_000))
    expect(told).toMatchObject({ mean: 0, p99: 0, es99: 0, probabilityOfLoss: 0, maximum: 0, exceedance: [] })
    expect(told.intervals.probabilityOfLoss[1]).toBeGreaterThan(1e-4)
  })

  it('gives shares an interval by Wilson', () => {
    // Newcombe, Statistics in Medicine 17, 1998, table I: 81 of 263.
    const [low, high] = shareInterval(81, 263)
    expect([low, high]).toEqual([expect.closeTo(0.2553, 4), expect.closeTo(0.3662, 4)])
  })
})

describe('sortAscending', () => {
  const check = (values: Float64Array): void => {
    const wanted = values.toSorted()
    sortAscending(values)
    expect(values).toEqual(wanted)
  }
  it('sorts what is spread, alike, or differs in the last bits only', () => {
    const size = 20_000
    check(Float64Array.from({ length: size }, (_, i) => Math.exp(((i * 7_919) % size) / 700)))
    check(new Float64Array(size).fill(3.25))
    check(Float64Array.from({ length: size }, (_, i) => 1_000_000 + ((i * 7_919) % size) * 1e-9))
    check(Float64Array.from({ length: size }, (_, i) => (i % 2 === 0 ? 5e-324 : Number.MAX_VALUE)))
  })
  it('sorts anything', () => fc.assert(fc.property(fc.array(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), { minLength: 4_096, maxLength: 5_000 }), (values) => check(Float64Array.from(values, (x) => x + 0))), { numRuns: 10 }))
})
