import { describe, expect, it } from 'vitest'
import { simulate } from './run.ts'
import type { Scenario } from './schema.ts'
import { blockYears, prepare, simulateBlock, simulateYears } from './simulate.ts'

const fire: Scenario = { id: 'fire', frequency: { poisson: { rate: 0.8 } }, magnitude: { lognormal: { mu: 9, sigma: 1 } } }
const fraud: Scenario = { id: 'fraud', frequency: { negativeBinomial: { mean: 2, dispersion: 1 } }, magnitude: { pert: { min: 1, mode: 5, max: 30 } }, secondary: { probability: 0.3, magnitude: { uniform: { min: 0, max: 9 } } } }
const years = 50_000
const alone = (scenario: Scenario) => prepare([scenario])[0]!

describe('simulate', () => {
  it('gives the same figures for the same seed, others for another', () => {
    const one = simulate({ scenarios: [fire, fraud], years, seed: 4 })
    expect(simulate({ scenarios: [fire, fraud], years, seed: 4 })).toEqual(one)
    expect(simulate({ scenarios: [fire, fraud], years, seed: 5 }).portfolio.mean).not.toBe(one.portfolio.mean)
  })

  it('draws each scenario as if it were alone', () => {
    const [lone] = simulate({ scenarios: [fraud], years, seed: 4 }).scenarios
    expect(simulate({ scenarios: [fire, fraud], years, seed: 4 }).scenarios[1]).toEqual(lone)
    expect(simulate({ scenarios: [fraud, fire], years, seed: 4 }).scenarios[0]).toEqual(lone)
  })

  it('sums a portfolio year by year', () => {
    const [a, b] = [new Float64Array(years), new Float64Array(years)]
    simulateYears(alone(fire), 4, a)
    simulateYears(alone(fraud), 4, b)
    const sums = a.map((loss, year) => loss + b[year]!)
    const { portfolio, scenarios } = simulate({ scenarios: [fire, fraud], years, seed: 4 })
    expect(portfolio.maximum).toBe(Math.max(...sums))
    expect(portfolio.mean).toBeCloseTo(scenarios[0]!.mean + scenarios[1]!.mean, 6)
    // Bad years of independent scenarios seldom meet.
    expect(portfolio.p99).toBeLessThan(scenarios[0]!.p99 + scenarios[1]!.p99)
  })

  it('draws any block by itself as the whole draws it', () => {
    const whole = new Float64Array(3 * blockYears)
    simulateYears(alone(fraud), 9, whole)
    for (const block of [2, 0, 1]) {
      const part = new Float64Array(blockYears)
      simulateBlock(alone(fraud), 9, block, part)
      expect(part).toEqual(whole.slice(block * blockYears, (block + 1) * blockYears))
    }
  })

  it('leaves scenarios unrelated to each other, whatever the seed', () => {
    const [a, b] = [new Float64Array(years), new Float64Array(years)]
    const correlation = (): number => {
      const mean = (x: Float64Array): number => x.reduce((sum, v) => sum + v, 0) / years
      const [ma, mb] = [mean(a), mean(b)]
      const product = (x: Float64Array, mx: number, y: Float64Array, my: number): number => x.reduce((sum, v, i) => sum + (v - mx) * (y[i]! - my), 0)
      return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb))
    }
    for (const seed of [1, 42]) {
      simulateYears(alone(fire), seed, a)
      simulateYears(alone({ ...fire, id: 'flood' }), seed, b)
      expect(Math.abs(correlation())).toBeLessThan(4 / Math.sqrt(years))
    }
  })
})
