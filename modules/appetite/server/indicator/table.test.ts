import { describe, expect, it } from 'vitest'
import { instantOf, valueOf } from './table.ts'

describe('instants of a table', () => {
  it('are read with their own zone, or else that of the organisation', () => {
    expect(instantOf('2026-11-01T08:00:00+08:00', 'Asia/Shanghai')?.toISOString()).toBe('2026-11-01T00:00:00.000Z')
    expect(instantOf('2026-11-01', 'Asia/Shanghai')?.toISOString()).toBe('2026-10-31T16:00:00.000Z')
    expect(instantOf('2026/3/5 9:30', 'Asia/Shanghai')?.toISOString()).toBe('2026-03-05T01:30:00.000Z')
    expect(instantOf('2026-07-01 12:00', 'Europe/Berlin')?.toISOString()).toBe('2026-07-01T10:00:00.000Z')
    expect(instantOf('2026-01-01 12:00', 'Europe/Berlin')?.toISOString()).toBe('2026-01-01T11:00:00.000Z')
    for (const wrong of ['2026-02-30', '2026-13-01', 'yesterday', '', '2026-01-01 25:00']) expect(instantOf(wrong, 'Asia/Shanghai'), wrong).toBeNull()
  })

  it('are days of the year even where clocks go forward', () => {
    expect(instantOf('2026-03-29 03:30', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(instantOf('2026-10-25', 'Europe/Berlin')?.toISOString()).toBe('2026-10-24T22:00:00.000Z')
  })
})

describe('numbers of a table', () => {
  it('may have separators and a percent sign, and nothing else', () => {
    expect(['12', '-3.5', '1,234.5', '98.6%', '1e3', '1,234,567'].map(valueOf)).toEqual([12, -3.5, 1234.5, 98.6, 1000, 1234567])
    for (const wrong of ['', '12 pieces', '1,2', '--1', 'NaN']) expect(valueOf(wrong), wrong).toBeNull()
  })
})
