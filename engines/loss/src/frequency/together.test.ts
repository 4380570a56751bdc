import { describe, expect, it } from 'vitest'
import { simulate } from '../run.ts'
import type { Correlation, Scenario } from '../schema.ts'
import { prepare, simulateYears } from '../simulate.ts'
import { factorOf } from './factor.ts'

const years = 100_000
// As many as events, so that losses are their number.
const counted = (id: string, rate = 40): Scenario => ({ id, frequency: { poisson: { rate } }, magnitude: { constant: { amount: 1 } } })
const pair = (a: string, b: string, coefficient: number): Correlation => ({ between: [a, b], coefficient })

const losses = (scenarios: readonly Scenario[], correlations: readonly Correlation[]): Float64Array[] =>
  prepare(scenarios, correlations).map((scenario) => {
    const out = new Float64Array(years)
    simulateYears(scenario, 6, out)
    return out
  })
const moments = (x: Float64Array, y: Float64Array): number => {
  const mean = (z: Float64Array): number => z.reduce((sum, v) => sum + v, 0) / years
  const [a, b] = [mean(x), mean(y)]
  return x.reduce((sum, v, i) => sum + (v - a) * (y[i]! - b), 0) / years
}
const correlation = (x: Float64Array, y: Float64Array): number => moments(x, y) / Math.sqrt(moments(x, x) * moments(y, y))

describe('scenarios that go together', () => {
  it('have the correlation that was asked for, and no other', () => {
    const [a, b, c] = losses([counted('a'), counted('b'), counted('c')], [pair('a', 'b', 0.6), pair('b', 'c', -0.3)])
    expect(correlation(a!, b!)).toBeCloseTo(0.6, 1)
    expect(correlation(b!, c!)).toBeCloseTo(-0.3, 1)
    expect(Math.abs(correlation(a!, c!))).toBeLessThan(0.02)
  })

  it('stay by themselves what they were', () => {
    const [, b] = losses([counted('a'), counted('b', 2)], [pair('a', 'b', 0.9)])
    expect(b!.reduce((sum, x) => sum + x, 0) / years).toBeCloseTo(2, 1)
    expect(moments(b!, b!)).toBeCloseTo(2, 1)
    expect(b!.filter((x) => x === 0).length / years).toBeCloseTo(Math.exp(-2), 2)
  })

  it('are one when they go together wholly', () => {
    const [a, b] = losses([counted('a'), counted('b')], [pair('a', 'b', 1)])
    expect(a).toEqual(b)
  })

  it('make the bad years of a portfolio worse and leave its mean', () => {
    const scenarios = [counted('a', 1), counted('b', 1)]
    const [apart, together] = [simulate({ scenarios, years, seed: 2 }), simulate({ scenarios, correlations: [pair('a', 'b', 0.8)], years, seed: 2 })]
    expect(together.portfolio.p99).toBeGreaterThan(apart.portfolio.p99)
    expect(together.portfolio.mean).toBeCloseTo(apart.portfolio.mean, 1)
  })
})

describe('factorOf', () => {
  it('multiplied by itself is the matrix', () => {
    const { ids, rows } = factorOf([pair('a', 'b', 0.5), pair('a', 'c', 0.2), pair('b', 'c', -0.4)])!
    const entry = (i: number, j: number): number => rows[i]!.reduce((sum, x, k) => sum + x * (rows[j]![k] ?? 0), 0)
    expect(ids).toEqual(['a', 'b', 'c'])
    expect([entry(0, 0), entry(1, 1), entry(2, 2), entry(0, 1), entry(0, 2), entry(1, 2)].map((x) => Number(x.toFixed(12)))).toEqual([1, 1, 1, 0.5, 0.2, -0.4])
  })
  it('does not exist where coefficients contradict each other', () => {
    expect(factorOf([pair('a', 'b', 0.9), pair('b', 'c', 0.9), pair('a', 'c', -0.9)])).toBeNull()
    expect(factorOf([pair('a', 'b', 1), pair('b', 'c', 1), pair('a', 'c', 0.5)])).toBeNull()
    expect(factorOf([pair('a', 'b', 1), pair('b', 'c', 1), pair('a', 'c', 1)])).not.toBeNull()
  })
})
