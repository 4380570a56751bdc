import { describe, expect, it } from 'vitest'
import { parseInstant, proseInstant, tableDate } from './dates.ts'

describe('dates', () => {
  it('prints an instant in prose in both languages, in the zone of the report', () => {
    const time = parseInstant('2026-11-21T23:05:00Z') ?? 0
    expect(proseInstant(time, 'zh-CN', 'Asia/Shanghai')).toBe('2026年11月22日 07:05（Asia/Shanghai）')
    expect(proseInstant(time, 'en', 'Europe/Berlin')).toBe('22 November 2026, 00:05 (Europe/Berlin)')
  })

  it('prints days and instants in ISO style in tables', () => {
    expect(tableDate('2026-11-22', 'America/New_York')?.text).toBe('2026-11-22')
    expect(tableDate('2026-11-21T16:30:00+00:00', 'Asia/Shanghai')).toEqual({
      text: '2026-11-22 00:30',
      serial: Date.UTC(2026, 10, 22, 0, 30),
      withTime: true,
    })
  })

  it.each(['2026-02-29', '2026-13-01', '22.11.2026', '2026-11-22T10:00:00', 'soon', ''])('does not take %j for a date', (text) => {
    expect(tableDate(text, 'UTC')).toBeUndefined()
  })
})
