import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { majorOf, minorOf } from './money.ts'

describe('amounts as they are typed', () => {
  it('are exact in every currency', () => {
    expect([minorOf('12.5', 'CNY'), minorOf('0.29', 'EUR'), minorOf('1,234,567.89', 'USD'), minorOf('300', 'JPY'), minorOf('1.234', 'KWD')]).toEqual([1250, 29, 123456789, 300, 1234])
  })
  it('are refused when they are no amount or finer than the currency', () => {
    expect([minorOf('1.5', 'JPY'), minorOf('0.001', 'EUR'), minorOf('-1', 'EUR'), minorOf('1e3', 'EUR'), minorOf('', 'EUR')]).toEqual([undefined, undefined, undefined, undefined, undefined])
  })
  it('come back unchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), fc.constantFrom('CNY', 'JPY', 'KWD'), (minor, currency) => {
        expect(minorOf(majorOf({ minor, currency }), currency)).toBe(minor)
      }),
    )
  })
})
