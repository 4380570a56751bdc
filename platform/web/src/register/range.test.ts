import { describe, expect, it } from 'vitest'
import { formatRange, majorRange, parseRange } from './range.ts'

describe('ranges of the filter grammar', () => {
  it.each([
    ['3..5', { from: '3', to: '5' }],
    ['3..', { from: '3', to: undefined }],
    ['..2026-05-01', { from: undefined, to: '2026-05-01' }],
    ['-4..-1', { from: '-4', to: '-1' }],
  ])('reads and writes %s', (text, range) => {
    expect(parseRange(text)).toEqual(range)
    expect(formatRange(range)).toBe(text)
  })
  it('takes one value as a range of itself, and no range from nothing', () => {
    expect(parseRange('7')).toEqual({ from: '7', to: '7' })
    expect([parseRange(''), parseRange('-'), parseRange('..'), formatRange({ from: undefined, to: undefined })]).toEqual([undefined, undefined, undefined, undefined])
  })
  it('shows minor units in major ones', () => {
    expect(majorRange('12500..', 'CNY')).toBe('125.00..')
    expect(majorRange('..900', 'JPY')).toBe('..900')
  })
})
