import { describe, expect, it } from 'vitest'
import { levelStep } from '../values/levelStep.ts'
import { initialsOf } from '../values/initials.ts'
import { percentOf } from '../feedback/percent.ts'
import { currencyDigits, formatAmount, formatClock, formatDate, formatMoney, formatRelative, formatTimestamp } from './format.ts'

describe('values as they are shown', () => {
  it('show money by its minor units, with the decimals of the currency', () => {
    expect(formatMoney({ minor: 1_234_500, currency: 'CNY' }, 'zh-CN')).toBe('¥12,345.00')
    expect(formatMoney({ minor: 1_234_500, currency: 'EUR' }, 'en')).toBe('€12,345.00')
    expect(formatMoney({ minor: 500, currency: 'JPY' }, 'en')).toBe('JP¥500')
    expect([currencyDigits('JPY'), currencyDigits('KWD'), currencyDigits('nonsense')]).toEqual([0, 3, 2])
  })
  it('show estimated amounts no more exactly than they are', () => {
    expect([1_234_567, 12_345, 1.2e9, 0].map((major) => formatAmount(major, 'CNY', 'zh-CN'))).toEqual(['¥123 万', '¥1.23 万', '¥12 亿', '¥0'])
    expect([1_234_567, 0.5].map((major) => formatAmount(major, 'EUR', 'en'))).toEqual(['€1.23m', '€0.5'])
  })
  it('do not move a calendar date by a time zone', () => {
    expect(formatDate('2026-03-01', 'en')).toBe('1 Mar 2026')
    expect(formatDate('2026-03-01', 'zh-CN')).toBe('2026年3月1日')
    expect(formatDate('soon', 'en')).toBe('soon')
  })
  it('show an instant in the zone of the organisation', () => {
    expect(formatTimestamp('2026-02-28T18:30:00Z', 'zh-CN', 'Asia/Shanghai')).toBe('2026年3月1日 02:30')
    expect(formatTimestamp('2026-02-28T18:30:00Z', 'en', 'America/New_York')).toContain('28 Feb 2026')
    expect(formatClock('2026-02-28T18:30:05Z', 'en', 'America/New_York')).toBe('13:30:05')
    expect(formatClock('2026-02-28T18:30:05Z', 'zh-CN', 'Asia/Shanghai')).toBe('02:30:05')
  })
  it('say how long ago in the coarsest unit', () => {
    const now = new Date('2026-03-10T12:00:00Z')
    expect(formatRelative('2026-03-07T12:00:00Z', 'en', now)).toBe('3 days ago')
    expect(formatRelative('2026-03-10T14:00:00Z', 'zh-CN', now)).toBe('2 小时后')
    expect(formatRelative('2026-03-10T11:59:40Z', 'en', now)).toBe('just now')
  })
  it('spread the five colours over a scale of any length', () => {
    expect([1, 2, 3].map((n) => levelStep(n, 3))).toEqual([1, 3, 5])
    expect([1, 2, 3, 4, 5].map((n) => levelStep(n, 5))).toEqual([1, 2, 3, 4, 5])
    expect([levelStep(1, 10), levelStep(10, 10), levelStep(99, 5), levelStep(1, 1)]).toEqual([1, 5, 5, 1])
  })
  it('take the initials that a name has', () => {
    expect(['王建国', '李伟', 'Grace Okafor', 'ana-maria de souza', '', '🙂'].map(initialsOf)).toEqual(['建国', '李伟', 'GO', 'AS', '?', '🙂'])
  })
  it('never call a job complete before it is', () => {
    expect([percentOf(9_999, 10_000), percentOf(10_000, 10_000), percentOf(0, 3), percentOf(5, null), percentOf(1, 0)]).toEqual([99, 100, 0, null, null])
    expect([percentOf(2, 54), percentOf(1, 1_000)]).toEqual([4, 1])
  })
})
