import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialAtMost, hypergeometricAtMost, lnFactorial } from './chance.ts'
import { pointEstimate, upperLimit } from './deviation.ts'
import { draw } from './draw.ts'
import { propose } from './proposal.ts'
import { sampleSize } from './size.ts'

/** Exact whole numbers, for populations that are small enough. */
const choose = (n: number, k: number): bigint => {
  if (k < 0 || k > n) return 0n
  let value = 1n
  for (let i = 0; i < k; i += 1) value = (value * BigInt(n - i)) / BigInt(i + 1)
  return value
}
const share = (a: bigint, b: bigint): number => Number((a * 10n ** 18n) / b) / 1e18

describe('chances', () => {
  it('count what counting every draw counts', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(), fc.nat(), fc.nat(), (population, a, b, c) => {
      const [n, deviating] = [1 + (a % population), b % (population + 1)]
      const d = c % (n + 1)
      let sum = 0n
      for (let k = 0; k <= d; k += 1) sum += choose(deviating, k) * choose(population - deviating, n - k)
      expect(hypergeometricAtMost(d, n, deviating, population)).toBeCloseTo(share(sum, choose(population, n)), 9)
    }))
  })
  it('of an endless population sum up to powers', () => {
    expect(binomialAtMost(0, 20, 0.1)).toBeCloseTo(0.9 ** 20, 12)
    expect(binomialAtMost(1, 3, 0.5)).toBeCloseTo(0.5, 12)
    expect(binomialAtMost(2_500, 5_000, 0.5)).toBeCloseTo(0.5056, 3)
    expect(lnFactorial(300)).toBeCloseTo(Array.from({ length: 300 }, (_, i) => Math.log(i + 1)).reduce((x, y) => x + y), 8)
  })
})

describe('upper deviation limit', () => {
  // With no deviation the limit of Clopper and Pearson has a closed form, 1 − α^(1/n).
  it.each([[20, 90], [25, 95], [60, 95], [1, 80]])('none of %d at %d percent', (examined, confidence) => {
    expect(upperLimit({ examined, deviations: 0, population: null }, confidence)).toBeCloseTo(100 * (1 - ((100 - confidence) / 100) ** (1 / examined)), 8)
  })
  // Published two-sided 95 % limits of 10 in 100 and 2 in 20: (4.90, 17.62) and (1.23, 31.70); the upper is one-sided at 97.5 %.
  it.each([[100, 10, 17.62], [20, 2, 31.7]])('%d items, %d deviations', (examined, deviations, limit) => {
    expect(upperLimit({ examined, deviations, population: null }, 97.5)).toBeCloseTo(limit, 1)
  })
  it('of a finite population is the last number of deviations that is not ruled out, and all examined leave no doubt', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(), fc.constantFrom(80, 90, 95, 99), (population, a, b, confidence) => {
      const examined = 1 + (a % population)
      const deviations = b % (examined + 1)
      let wanted = deviations
      for (let all = deviations; all <= population - (examined - deviations); all += 1) {
        let sum = 0n
        for (let k = 0; k <= deviations; k += 1) sum += choose(all, k) * choose(population - all, examined - k)
        if (sum * 100n > BigInt(100 - confidence) * choose(population, examined)) wanted = all
      }
      expect(upperLimit({ examined, deviations, population }, confidence)).toBeCloseTo((100 * wanted) / population, 9)
    }))
    expect(upperLimit({ examined: 12, deviations: 3, population: 12 }, 95)).toBe(25)
  })
  it('is never below what was seen, and refuses nonsense', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.option(fc.integer({ min: 0, max: 20_000_000 })), (examined, b, more) => {
      const sample = { examined, deviations: b % (examined + 1), population: more === null ? null : examined + more }
      // Of few items, nearly all of them examined, the rest may be known to be better than the sample.
      const seen = sample.population === null ? pointEstimate(sample) : (100 * sample.deviations) / sample.population
      expect(upperLimit(sample, 90)).toBeGreaterThanOrEqual(seen - 1e-9)
    }))
    for (const bad of [{ examined: 0, deviations: 0, population: null }, { examined: 3, deviations: 4, population: null }, { examined: 3, deviations: 0, population: 2 }]) expect(() => upperLimit(bad, 90)).toThrow(RangeError)
  })
})

describe('sample size', () => {
  it.each([[90, 10], [95, 5], [95, 10], [99, 1], [80, 20]])('at %d percent for at most %d percent is ln(1−c)/ln(1−t)', (confidence, tolerable) => {
    expect(sampleSize({ confidence, tolerable, population: null })).toBe(Math.ceil(Math.log(1 - confidence / 100) / Math.log(1 - tolerable / 100) - 1e-9))
  })
  it('is the fewest whose limit is tolerable', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.constantFrom(80, 90, 95), fc.integer({ min: 1, max: 30 }), (population, confidence, tolerable) => {
      const examined = sampleSize({ confidence, tolerable, population })
      expect(examined).toBeLessThanOrEqual(population)
      expect(upperLimit({ examined, deviations: 0, population }, confidence)).toBeLessThanOrEqual(tolerable + 1e-9)
      if (examined > 1) expect(upperLimit({ examined: examined - 1, deviations: 0, population }, confidence)).toBeGreaterThan(tolerable)
    }))
    expect(sampleSize({ confidence: 90, tolerable: 10, population: null, expected: 1 })).toBe(38)
    expect(sampleSize({ confidence: 90, tolerable: 10, population: 10_000_000 })).toBe(22)
    expect(sampleSize({ confidence: 90, tolerable: 10, population: 4 })).toBe(4)
    expect(sampleSize({ confidence: 90, tolerable: 10, population: 0 })).toBe(0)
    expect(() => sampleSize({ confidence: 100, tolerable: 10, population: 4 })).toThrow(RangeError)
  })
})

describe('drawing', () => {
  /** The same by the letter of the description, digit by digit. */
  const again = (seed: string, population: number, size: number): number[] => {
    const places: number[] = []
    for (let k = 1; places.length < size; k += 1) {
      let rest = 0
      for (const digit of createHash('sha256').update(`${seed},${k}`).digest('hex')) rest = (rest * 16 + Number.parseInt(digit, 16)) % population
      if (!places.includes(rest + 1)) places.push(rest + 1)
    }
    return places
  }
  it('can be done again by anybody', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.integer({ min: 2, max: 5_000 }), fc.nat(), (seed, population, a) => {
      const size = 1 + (a % Math.min(40, population - 1))
      expect(draw({ seed, population, size })).toEqual(again(seed, population, size))
    }))
  })
  it('is of a known sequence, and takes all where that is asked', () => {
    expect(draw({ seed: '2026-Q4', population: 1_200, size: 5 })).toEqual(again('2026-Q4', 1_200, 5))
    expect(draw({ seed: 'x', population: 3, size: 25 })).toEqual([1, 2, 3])
    expect(new Set(draw({ seed: 'x', population: 1_001, size: 1_000 })).size).toBe(1_000)
    for (const bad of [{ seed: '', population: 5, size: 1 }, { seed: 'a', population: 0, size: 1 }, { seed: 'a', population: 5, size: 0 }, { seed: 'a', population: 5, size: 1_001 }]) expect(() => draw(bad)).toThrow(RangeError)
  })
  it('gives every item the same chance', () => {
    const counts = Array.from({ length: 20 }, () => 0)
    for (let i = 0; i < 4_000; i += 1) for (const place of draw({ seed: `seed ${i}`, population: 20, size: 5 })) counts[place - 1]! += 1
    // 1,000 each, standard deviation 27: five of them either way.
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(137)
  })
})

describe('what is proposed', () => {
  const wanted = { confidence: 90, tolerable: 10 }
  it.each([[22, 0, 'effective'], [22, 1, 'partlyEffective'], [21, 0, 'partlyEffective'], [20, 3, 'ineffective'], [20, 2, 'partlyEffective']])('%d examined, %d deviations: %s', (examined, deviations, conclusion) => {
    expect(propose({ examined, deviations, population: null }, wanted).conclusion).toBe(conclusion)
  })
  it('without a wanted confidence follows the sample alone', () => {
    expect([0, 1, 4].map((deviations) => propose({ examined: 4, deviations, population: null }, null))).toMatchObject([
      { conclusion: 'effective', upper: null }, { conclusion: 'partlyEffective', rate: 25 }, { conclusion: 'ineffective', rate: 100 },
    ])
  })
})
