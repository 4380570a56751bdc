import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayIn, dueGroup, dueGroups, endOfWeek } from './due.ts'

describe('dayIn', () => {
  it('is the calendar day of the organisation, not of the server', () => {
    const at = new Date('2026-03-01T16:30:00Z')
    expect(dayIn('Asia/Shanghai', at)).toBe('2026-03-02')
    expect(dayIn('Europe/Berlin', at)).toBe('2026-03-01')
    expect(dayIn('Pacific/Honolulu', new Date('2026-01-01T05:00:00Z'))).toBe('2025-12-31')
  })
})

describe('endOfWeek', () => {
  it('is the Sunday of the ISO week', () => {
    expect(endOfWeek('2026-11-16')).toBe('2026-11-22')
    expect(endOfWeek('2026-11-21')).toBe('2026-11-22')
    expect(endOfWeek('2026-11-22')).toBe('2026-11-22')
    expect(endOfWeek('2026-12-31')).toBe('2027-01-03')
  })
})

describe('dueGroup', () => {
  it.each([
    [null, 'none'], ['2026-11-15', 'overdue'], ['2026-11-18', 'today'], ['2026-11-19', 'week'], ['2026-11-22', 'week'], ['2026-11-23', 'later'],
  ])('%s is %s, seen from Wednesday 2026-11-18', (due, group) => {
    expect(dueGroup(due, '2026-11-18')).toBe(group)
  })

  it('never becomes more urgent with a later date, and never less urgent as days pass', () => {
    const day = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2024-01-01', n))
    const rank = (due: string, today: string) => dueGroups.indexOf(dueGroup(due, today))
    fc.assert(fc.property(day, day, fc.integer({ min: 0, max: 30 }), (due, today, more) => {
      expect(rank(addDays(due, more), today)).toBeGreaterThanOrEqual(rank(due, today))
      expect(rank(due, addDays(today, more))).toBeLessThanOrEqual(rank(due, today))
    }))
  })
})
