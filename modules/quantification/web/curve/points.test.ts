import { describe, expect, it } from 'vitest'
import { chanceOf, lossAt } from './points.ts'

// A Pareto curve: a straight line in logarithms, so that what lies between points is exact.
const curve = [0.4, 0.2, 0.1, 0.05, 0.01].map((probability) => ({ loss: 100 / probability, probability, interval: [probability, probability] as [number, number] }))

describe('a curve between its points', () => {
  it('tells the loss of a chance', () => {
    expect([0.4, 0.3, 0.1, 0.02].map((chance) => lossAt(curve, chance))).toEqual([250, 100 / 0.3, 1_000, 5_000].map((loss) => expect.closeTo(loss, 6)))
  })
  it('tells nothing beyond its end, and no loss where losses are rarer', () => {
    expect([lossAt(curve, 0.001), lossAt(curve, 0.5), lossAt([], 0.5)]).toEqual([null, 0, 0])
  })
  it('tells the chance of a loss', () => {
    expect([1, 250, 400, 10_000, 20_000].map((loss) => chanceOf(curve, loss))).toEqual([0.4, 0.4, 0.25, 0.01, 0].map((chance) => expect.closeTo(chance, 9)))
    expect(chanceOf([], 5)).toBe(0)
  })
})
