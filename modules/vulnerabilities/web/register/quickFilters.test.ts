import { describe, expect, it } from 'vitest'
import { vulnerability } from '../../contract/index.ts'
import { bindingDay, daysUntil, deadlineOf } from './due.ts'
import { quickFilters, sameFilter } from './quickFilters.ts'

describe('quick filters', () => {
  it('ask only for what the register filters by', () => {
    for (const filter of Object.values(quickFilters('0198a3a0-0000-7000-8000-000000000001'))) for (const name of Object.keys(filter)) expect(vulnerability.fields[name as 'state'].filterable, name).toBe(true)
    expect(Object.keys(quickFilters(null))).not.toContain('mine')
  })

  it('are known again in another order, and not in part', () => {
    expect(sameFilter({ state: ['open', 'confirmed'], exploited: ['true'] }, { exploited: ['true'], state: ['confirmed', 'open'] })).toBe(true)
    expect(sameFilter({ state: ['open'] }, { state: ['open', 'confirmed'] })).toBe(false)
    expect(sameFilter({}, { state: ['open'] })).toBe(false)
  })
})

describe('days', () => {
  it('are counted by the calendar, over the end of a month and a leap day', () => {
    expect(daysUntil('2028-03-01', '2028-02-28')).toBe(2)
    expect(daysUntil('2026-10-24', '2026-10-27')).toBe(-3)
    expect(daysUntil('2026-05-01', '2026-05-01')).toBe(0)
  })
})

describe('the day that binds', () => {
  const days = { dueOn: '2026-05-01', acceptedUntil: '2026-08-01' }
  it('is the due date while it is open, and the end of the acceptance while it is accepted', () => {
    expect(bindingDay({ ...days, state: 'inProgress' })).toEqual({ day: '2026-05-01', kind: 'due' })
    expect(bindingDay({ ...days, state: 'accepted' })).toEqual({ day: '2026-08-01', kind: 'accepted' })
    expect(bindingDay({ ...days, state: 'verified' })).toEqual({ day: '2026-05-01', kind: 'past' })
  })

  it('is the due date of what was accepted without an end, and none where there is none', () => {
    expect(bindingDay({ ...days, acceptedUntil: null, state: 'accepted' })).toEqual({ day: '2026-05-01', kind: 'past' })
    expect(bindingDay(deadlineOf({ state: 'open' }))).toEqual({ day: null, kind: 'due' })
  })
})
