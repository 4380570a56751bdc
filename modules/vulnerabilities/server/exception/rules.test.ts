import { describe, expect, it } from 'vitest'
import { borneUntil, isGrave, stepsOf } from './rules.ts'

describe('how long vulnerabilities may be borne', () => {
  it('a year, and ninety days where one is critical or known to be exploited', () => {
    const high = { severity: 'high', exploited: false }
    expect(borneUntil('2031-03-01', [high])).toEqual({ first: '2031-03-02', last: '2032-02-29' })
    for (const grave of [{ severity: 'critical', exploited: null }, { severity: 'low', exploited: true }]) {
      expect(isGrave([high, grave])).toBe(true)
      expect(borneUntil('2031-03-01', [high, grave])).toEqual({ first: '2031-03-02', last: '2031-05-30' })
    }
    expect(isGrave([{ severity: null, exploited: null }])).toBe(false)
  })
})

describe('who decides', () => {
  const usual = { requester: 'r', owners: ['a', 'b'], ismsManagers: ['m'], grave: false }

  it('each of a few owners, then the ISMS manager, then top management where it is grave', () => {
    expect(stepsOf(usual)).toEqual([{ order: 1, personIds: ['a', 'b'], quorum: 2 }, { order: 2, role: 'ismsManager' }])
    expect(stepsOf({ ...usual, grave: true }).at(-1)).toEqual({ order: 3, role: 'topManagement' })
    expect(stepsOf({ ...usual, owners: ['a', 'b', 'c', 'd', 'e', 'f'] })).toEqual([{ order: 1, role: 'ismsManager' }])
    expect(stepsOf({ ...usual, owners: [] })).toEqual([{ order: 1, role: 'ismsManager' }])
  })

  it('never the requester: top management stands in for the only ISMS manager', () => {
    expect(stepsOf({ ...usual, owners: ['r'], ismsManagers: ['r'] })).toEqual([{ order: 1, role: 'topManagement' }])
    expect(stepsOf({ ...usual, owners: ['r', 'a'], ismsManagers: ['r', 'm'] })).toEqual([{ order: 1, personIds: ['a'], quorum: 1 }, { order: 2, role: 'ismsManager' }])
  })
})
