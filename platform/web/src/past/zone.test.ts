import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from './instant.ts'
import { dayAt, dayNumber, dayOf, endOfDay } from './zone.ts'

describe('days in a zone', () => {
  it('end with their last millisecond, also where clocks are changed', () => {
    expect(endOfDay('2026-05-31', 'Asia/Shanghai')).toBe('2026-05-31T15:59:59.999Z')
    expect(endOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T21:59:59.999Z')
    expect(endOfDay('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T22:59:59.999Z')
    fc.assert(fc.property(fc.integer({ min: dayNumber('2001-01-01'), max: dayNumber('2060-01-01') }), fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC'), (number, zone) => {
      const day = dayOf(number)
      const end = endOfDay(day, zone)
      expect(dayAt(end, zone)).toBe(day)
      expect(dayAt(new Date(Date.parse(end) + 1).toISOString(), zone)).toBe(dayOf(number + 1))
    }))
  })
})

describe('the instant of an address', () => {
  it('is one that has been', () => {
    const now = Date.parse('2026-06-01T00:00:00Z')
    expect(instantOf('2026-05-31T23:59:59+08:00', now)).toBe('2026-05-31T15:59:59.000Z')
    for (const text of [undefined, '', 'yesterday', '2026-05-31', '2026-06-02T00:00:00Z', ['2026-05-31T00:00:00Z']]) expect(instantOf(text, now)).toBeNull()
  })
})
