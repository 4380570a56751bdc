import { describe, expect, it } from 'vitest'
import { periodName, recentSpans, spanOf } from './period.ts'

describe('periods', () => {
  it('are the quarters, halves and years of the calendar, leap days included', () => {
    expect(spanOf('quarter', 2026, 3)).toEqual({ from: '2026-07-01', to: '2026-09-30' })
    expect(spanOf('quarter', 2028, 1)).toEqual({ from: '2028-01-01', to: '2028-03-31' })
    expect(spanOf('halfYear', 2026, 2)).toEqual({ from: '2026-07-01', to: '2026-12-31' })
    expect(spanOf('year', 2026, 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  })

  it('go back over the turn of the year from the one that today is in', () => {
    expect(recentSpans('quarter', '2026-02-10', 3)).toEqual([spanOf('quarter', 2026, 1), spanOf('quarter', 2025, 4), spanOf('quarter', 2025, 3)])
    expect(recentSpans('halfYear', '2026-07-01', 2)).toEqual([spanOf('halfYear', 2026, 2), spanOf('halfYear', 2026, 1)])
    expect(recentSpans('year', '2026-12-31', 2)).toEqual([spanOf('year', 2026, 1), spanOf('year', 2025, 1)])
  })

  it('are called what people call them', () => {
    expect(periodName(spanOf('quarter', 2026, 3), 'en')).toBe('Q3 2026')
    expect(periodName(spanOf('quarter', 2026, 3), 'zh-CN')).toBe('2026 年第三季度')
    expect(periodName(spanOf('halfYear', 2026, 1), 'zh-CN')).toBe('2026 年上半年')
    expect(periodName(spanOf('year', 2026, 1), 'en')).toBe('2026')
    expect(periodName({ from: '2026-02-01', to: '2026-03-15' }, 'zh-CN')).toBe('2026年2月1日至2026年3月15日')
  })
})
