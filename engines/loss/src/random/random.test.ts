import { describe, expect, it } from 'vitest'
import { normalCdf } from '../testing/panjer.ts'
import { Discrete } from './discrete.ts'
import { exponentiate } from './exp.ts'
import { fillGamma } from './gamma.ts'
import { fillNormal } from './normal.ts'
import { Stream } from './stream.ts'

const stream = () => new Stream(3, 'test', 0)

/** Largest distance between a sample's distribution and the one it should have, times the root of its size (Kolmogorov, Smirnov). */
const distance = (sample: Float64Array, cdf: (x: number) => number): number => {
  const sorted = sample.toSorted()
  return Math.sqrt(sorted.length) * Math.max(...Array.from({ length: 2_000 }, (_, k) => {
    const i = Math.floor(((k + 0.5) / 2_000) * sorted.length)
    return Math.abs(cdf(sorted[i]!) - (i + 0.5) / sorted.length)
  }))
}

describe('a stream', () => {
  it('gives the words of xoshiro128++ from a known state', () => {
    const one = stream()
    ;(one as unknown as { state: Int32Array }).state.set([1, 2, 3, 4])
    // By hand from the definition: rotl(1 + 4, 7) + 1, then the state moves on.
    expect([one.word(), one.word(), one.word()]).toEqual([641, 1_573_767, 3_222_811_527])
  })
  it('is another one for another seed, scenario or block, and the same for the same', () => {
    const head = (seed: number, id: string, block: number) => { const s = new Stream(seed, id, block); return [s.word(), s.word()].join() }
    const all = [head(1, 'a', 0), head(2, 'a', 0), head(1, 'b', 0), head(1, 'a', 1), head(1, 'a,0', 0)]
    expect(new Set(all).size).toBe(all.length)
    expect(head(1, 'a', 0)).toBe(all[0])
  })
})

describe('numbers drawn', () => {
  const size = 1_000_000
  it('are normal, tails included', () => {
    const out = new Float64Array(size)
    fillNormal(stream(), out, size)
    expect(distance(out, normalCdf)).toBeLessThan(1.95)
    for (const edge of [3, 3.654152885361009, 4]) {
      const expected = 2 * size * (1 - normalCdf(edge))
      expect(Math.abs(out.filter((x) => Math.abs(x) > edge).length - expected) / Math.sqrt(expected)).toBeLessThan(4)
    }
  })
  it('follow gamma distributions by mean and variance', () => {
    const out = new Float64Array(size)
    for (const shape of [1, 2.5, 40]) {
      fillGamma(stream(), shape, out, size)
      const mean = out.reduce((sum, x) => sum + x, 0) / size
      expect(Math.abs(mean - shape) / Math.sqrt(shape / size)).toBeLessThan(4)
      expect(out.reduce((sum, x) => sum + (x - mean) ** 2, 0) / size / shape).toBeCloseTo(1, 1)
    }
  })
  it('come as often as their weights say, however small', () => {
    const weights = [0, 1, 5_000, 3, 0, 20_000, 0.25]
    const total = weights.reduce((sum, w) => sum + w, 0)
    const out = new Int32Array(size)
    new Discrete(weights).draw(stream(), out, size)
    const seen = new Float64Array(weights.length)
    for (const value of out) seen[value]!++
    for (const [value, weight] of weights.entries()) {
      const expected = (size * weight) / total
      if (weight === 0) expect(seen[value]).toBe(0)
      else expect(Math.abs(seen[value]! - expected) / Math.sqrt(expected + 1)).toBeLessThan(4)
    }
  })
})

describe('exponentiate', () => {
  it('is within two units in the last place of Math.exp, and beyond numbers what it is', () => {
    let worst = 0
    for (let k = 0; k < 200; k++) {
      const given = Float64Array.from({ length: 1_000 }, (_, i) => -700 + (1_400 * ((i * 997 + k * 13) % 300_000)) / 300_000 + k * 1e-3)
      const found = given.slice()
      exponentiate(found, found.length, 1, 0)
      for (const [i, x] of given.entries()) worst = Math.max(worst, Math.abs(found[i]! / Math.exp(x) - 1) / Number.EPSILON)
    }
    expect(worst).toBeLessThan(4)
    const edges = Float64Array.of(0, 1_000, -1_000, Infinity, -Infinity, Number.NaN, 709.5)
    exponentiate(edges, edges.length, 1, 0)
    expect([...edges]).toEqual([1, Infinity, 0, Infinity, 0, Number.NaN, Math.exp(709.5)])
  })
})
