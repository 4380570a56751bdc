import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareWidths } from './column-widths.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

describe('shareWidths', () => {
  it('parts by weight where nothing binds', () => {
    expect(
      shareWidths(400, [
        { weight: 1, least: 0, most: 900 },
        { weight: 3, least: 0, most: 900 },
      ]),
    ).toEqual([100, 300])
  })

  it('gives a narrow column no more than it needs, and the rest to others', () => {
    expect(
      shareWidths(400, [
        { weight: 2, least: 20, most: 40 },
        { weight: 1, least: 20, most: 900 },
        { weight: 1, least: 20, most: 900 },
      ]),
    ).toEqual([40, 180, 180])
  })

  it('shrinks what does not fit in proportion', () => {
    expect(
      shareWidths(100, [
        { weight: 1, least: 150, most: 150 },
        { weight: 1, least: 50, most: 50 },
      ]),
    ).toEqual([75, 25])
  })

  it('always fills the width and keeps the least where they fit', () => {
    const demand = fc
      .record({
        weight: fc.double({ min: 0.1, max: 20, noNaN: true }),
        least: fc.double({ min: 0, max: 60, noNaN: true }),
        extra: fc.double({ min: 0, max: 300, noNaN: true }),
      })
      .map(({ weight, least, extra }) => ({ weight, least, most: least + extra }))
    fc.assert(
      fc.property(fc.array(demand, { minLength: 1, maxLength: 14 }), (demands) => {
        const widths = shareWidths(500, demands)
        expect(sum(widths)).toBeCloseTo(500, 6)
        if (sum(demands.map(({ least }) => least)) <= 500) {
          widths.forEach((width, index) => expect(width).toBeGreaterThanOrEqual((demands[index]?.least ?? 0) - 1e-6))
        }
      }),
    )
  })
})
