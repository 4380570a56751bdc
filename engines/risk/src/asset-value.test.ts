import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssetValueFunction, PropertyWeights, SecurityProperties } from './asset-value.ts'
import { assetValue } from './asset-value.ts'
import { systemAssetValue } from './system-asset-value.ts'

const five = [1, 2, 3, 4, 5]
const all = five.flatMap((c) => five.flatMap((i) => five.map((a) => ({ c, i, a }))))
const valueOf = (fn: AssetValueFunction, values: SecurityProperties, weights?: PropertyWeights) => {
  const result = assetValue(fn, values, weights)
  return 'assessed' in result && result.assessed ? result.value : result
}

describe('assetValue', () => {
  it('takes the highest of C, I and A', () => {
    for (const values of all) expect(valueOf('max', values)).toBe(Object.values(values).toSorted().at(-1))
  })

  it('rounds log₂((2^C+2^I+2^A)/3) half up on all 125 inputs, by exact comparison', () => {
    for (const { c, i, a } of all) {
      const square = (2n ** BigInt(c) + 2n ** BigInt(i) + 2n ** BigInt(a)) ** 2n
      // k − ½ ≤ log₂(S/3) < k + ½, squared and multiplied out: 9·2^(2k−1) ≤ S² < 9·2^(2k+1)
      const expected = five.filter((k) => square >= 9n * 2n ** BigInt(2 * k - 1) && square < 9n * 2n ** BigInt(2 * k + 1))
      expect({ c, i, a, value: [valueOf('log2-mean', { c, i, a })] }).toEqual({ c, i, a, value: expected })
    }
  })

  it.each<[number, SecurityProperties, PropertyWeights]>([
    [3, { c: 2, i: 3, a: 3 }, { c: 1, i: 1, a: 0 }],
    [2, { c: 2, i: 3, a: 3 }, { c: 3, i: 1, a: 1 }],
    [4, { c: 3, i: 4, a: 1 }, { c: 500, i: 500, a: 0 }],
    [5, { c: 5, i: 1, a: 1 }, { c: 1000, i: 0, a: 0 }],
  ])('weighs to %i, rounding halves up', (expected, values, weights) => {
    expect(assetValue('weighted', values, weights)).toMatchObject({ value: expected, function: 'weighted', version: '1.0.0', weights })
  })

  it('stays between the lowest and highest property and never falls, whatever the function', () => {
    const level = fc.integer({ min: 1, max: 5 })
    const weight = fc.integer({ min: 1, max: 1000 })
    const weights = fc.record({ c: weight, i: weight, a: weight })
    fc.assert(
      fc.property(
        fc.record({ c: level, i: level, a: level }),
        weights,
        fc.constantFrom('c' as const, 'i' as const, 'a' as const),
        (values, w, key) => {
          for (const fn of ['max', 'weighted', 'log2-mean'] as const) {
            const value = Number(valueOf(fn, values, fn === 'weighted' ? w : undefined))
            expect(value).toBeGreaterThanOrEqual(Math.min(...Object.values(values)))
            expect(value).toBeLessThanOrEqual(Math.max(...Object.values(values)))
            const raised = { ...values, [key]: Math.min(5, values[key] + 1) }
            expect(Number(valueOf(fn, raised, fn === 'weighted' ? w : undefined))).toBeGreaterThanOrEqual(value)
          }
        },
      ),
    )
  })

  it('is not assessed where a property is not, even one of weight 0', () => {
    expect(assetValue('max', { c: 5, i: null, a: null })).toEqual({
      assessed: false,
      missing: ['i', 'a'],
      function: 'max',
      version: '1.0.0',
    })
    expect(assetValue('weighted', { c: 5, i: 5, a: null }, { c: 1, i: 1, a: 0 })).toMatchObject({ assessed: false, missing: ['a'] })
  })

  it('shows how the value came about', () => {
    const result = assetValue('log2-mean', { c: 5, i: 1, a: 1 })
    expect(result).toMatchObject({
      value: 4,
      steps: [{ rule: { en: 'log₂((2^5 + 2^1 + 2^1) / 3) = log₂(36/3), rounded to 4' }, output: { value: 4 } }],
    })
  })

  it('refuses values off the scale, wrong weights and unknown functions', () => {
    expect(assetValue('max', { c: 0, i: 1, a: 1 })).toMatchObject({ code: 'value-out-of-scale', field: 'c' })
    expect(assetValue('max', { c: 1, i: 2.5, a: 1 })).toMatchObject({ code: 'value-out-of-scale', field: 'i' })
    expect(assetValue('max', { c: 1, i: 1 } as SecurityProperties)).toMatchObject({ code: 'value-out-of-scale', field: 'a' })
    for (const weights of [undefined, { c: 0, i: 0, a: 0 }, { c: -1, i: 2, a: 2 }, { c: 0.5, i: 1, a: 1 }]) {
      expect(assetValue('weighted', { c: 1, i: 1, a: 1 }, weights)).toMatchObject({ code: 'invalid-input', field: 'weights' })
    }
    expect(assetValue('max', { c: 1, i: 1, a: 1 }, { c: 1, i: 1, a: 1 })).toMatchObject({ field: 'weights' })
    expect(assetValue('toString' as AssetValueFunction, { c: 1, i: 1, a: 1 })).toMatchObject({
      field: 'function',
      allowed: ['max', 'weighted', 'log2-mean'],
    })
  })
})

describe('systemAssetValue', () => {
  const low = { c: 2, i: 1, a: 2 }

  it('is worth the business it carries, as far as it is bound to it', () => {
    const result = systemAssetValue('max', low, [
      { bearing: 4, importance: 5 },
      { bearing: 1, importance: 5 },
    ])
    expect(result).toMatchObject({ assessed: true, value: 4, function: 'system-max', version: '1.0.0/1.0.0' })
    expect('steps' in result && result.steps.map(({ id, output }) => [id, output.value])).toEqual([
      ['max', 2],
      ['business-0', 4],
      ['business-1', 1],
      ['system', 4],
    ])
  })

  it('keeps the value from C, I and A where that is higher, or where no business is carried', () => {
    expect(systemAssetValue('max', { c: 5, i: 1, a: 1 }, [{ bearing: 3, importance: 3 }])).toMatchObject({ value: 5 })
    expect(systemAssetValue('max', low, [])).toMatchObject({ assessed: true, value: 2 })
  })

  it('is not assessed while anything is unknown', () => {
    expect(
      systemAssetValue('max', { ...low, a: null }, [
        { bearing: 5, importance: 5 },
        { bearing: null, importance: 1 },
      ]),
    ).toMatchObject({
      assessed: false,
      missing: ['a', 'businesses.1.bearing'],
    })
  })

  it('refuses what is off the scale, naming the business', () => {
    expect(systemAssetValue('max', low, [{ bearing: 1, importance: 6 }])).toMatchObject({
      code: 'value-out-of-scale',
      field: 'businesses.0.importance',
    })
    expect(systemAssetValue('weighted', low, [])).toMatchObject({ field: 'weights' })
  })
})
