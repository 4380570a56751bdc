import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lapsed } from './answer.ts'
import { boundProblem, colourOf, nextDue, worse, type Bounds } from './indicator.ts'
import type { Resolved } from './resolve.ts'
import { standingOf, standingsOf } from './standing.ts'

const bounds = (values: Partial<Bounds>): Bounds => ({ direction: 'higherIsWorse', amberFrom: null, redFrom: null, amberDownTo: null, redDownTo: null, ...values })

describe('standing', () => {
  const limits = { appetite: 2, tolerance: 3 }
  it('holds the bounds to their better side and an unknown value to none', () => {
    expect([2, 3, 4, null].map((value) => standingOf(value, limits))).toEqual(['within', 'watch', 'breach', 'notAssessed'])
  })

  const line = (key: 'level' | 'expected' | 'extreme', pair = limits) => ({ [key]: { id: key, category: { kind: 'all' }, unit: null, level: null, expected: null, extreme: null, words: null, [key]: pair } })
  const lines = (...some: object[]): Resolved => Object.assign({ level: null, expected: null, extreme: null }, ...some) as Resolved
  const figures = { current: null, planned: null, expected: null, extreme: null }

  it('is the worst of today, and what is planned mends nothing', () => {
    expect(standingsOf({ ...figures, current: 5, planned: 1 }, lines(line('level')))).toMatchObject({ overall: 'breach', planned: 'within', beyond: ['current'] })
    expect(standingsOf({ ...figures, current: 1, planned: 5 }, lines(line('level')))).toMatchObject({ overall: 'within', planned: 'breach', beyond: [] })
    expect(standingsOf({ ...figures, current: 1, expected: 4 }, lines(line('level'), line('expected')))).toMatchObject({ overall: 'breach', beyond: ['expected'] })
  })

  it('leaves an unknown level unknown, and unknown amounts beside a known level aside', () => {
    expect(standingsOf(figures, lines(line('level'))).overall).toBe('notAssessed')
    expect(standingsOf({ ...figures, expected: 1 }, lines(line('level'), line('expected'))).overall).toBe('notAssessed')
    expect(standingsOf({ ...figures, expected: 4 }, lines(line('level'), line('expected'))).overall).toBe('breach')
    expect(standingsOf({ ...figures, current: 1 }, lines(line('level'), line('extreme'))).overall).toBe('within')
    expect(standingsOf(figures, lines(line('extreme'))).overall).toBe('notAssessed')
    expect(standingsOf(figures, lines()).overall).toBeNull()
  })
})

describe('an answer', () => {
  const today = '2026-11-23'
  it.each([
    [{ kind: 'acceptance', accepted: true } as const, 5, null],
    [{ kind: 'acceptance', accepted: false } as const, 5, 'acceptanceEnded'],
    [{ kind: 'exception', until: today, level: 4 } as const, 4, null],
    [{ kind: 'exception', until: '2026-11-22', level: 4 } as const, 4, 'exceptionEnded'],
    [{ kind: 'exception', until: '2027-01-01', level: 4 } as const, 5, 'risen'],
    [{ kind: 'exception', until: '2027-01-01', level: 4 } as const, null, null],
    [{ kind: 'treatment', state: 'inProgress', due: today } as const, 5, null],
    [{ kind: 'treatment', state: 'inProgress', due: '2026-11-22' } as const, 5, 'measureLate'],
    [{ kind: 'treatment', state: 'done', due: '2026-11-22' } as const, 5, null],
    [{ kind: 'treatment', state: 'verified', due: '2026-11-22' } as const, 5, 'measureTooWeak'],
    [{ kind: 'treatment', state: 'cancelled', due: '2027-01-01' } as const, 5, 'measureCancelled'],
    [{ kind: 'treatment', state: null, due: null } as const, 5, 'measureCancelled'],
  ])('%o at level %s: %s', (answer, level, why) => expect(lapsed(answer, today, level)).toBe(why))
})

describe('the state of an indicator', () => {
  it('takes a bound to the worse side, in each direction', () => {
    const up = bounds({ amberFrom: 5, redFrom: 10 })
    expect([4.9, 5, 9.9, 10].map((v) => colourOf(v, up))).toEqual(['green', 'amber', 'amber', 'red'])
    const down = bounds({ direction: 'lowerIsWorse', amberDownTo: 95, redDownTo: 90 })
    expect([96, 95, 90.1, 90].map((v) => colourOf(v, down))).toEqual(['green', 'amber', 'amber', 'red'])
    const both = bounds({ direction: 'bothWays', amberFrom: 27, redFrom: 30, amberDownTo: 18, redDownTo: 15 })
    expect([15, 18, 22, 27, 30].map((v) => colourOf(v, both))).toEqual(['red', 'amber', 'green', 'amber', 'red'])
  })

  it('never gets better as a figure moves to its worse side', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer(), fc.nat(), (value, more, amberFrom, gap) => {
      const up = bounds({ amberFrom, redFrom: amberFrom + gap })
      expect(worse(colourOf(value, up), colourOf(value + more, up))).toBe(false)
    }))
  })

  it('refuses bounds that are missing, superfluous or out of order', () => {
    expect(boundProblem(bounds({ amberFrom: 1 }))).toEqual({ field: 'redFrom', code: 'missing' })
    expect(boundProblem(bounds({ amberFrom: 1, redFrom: 2, redDownTo: 0 }))).toEqual({ field: 'redDownTo', code: 'superfluous' })
    expect(boundProblem(bounds({ amberFrom: 3, redFrom: 2 }))).toEqual({ field: 'redFrom', code: 'order' })
    expect(boundProblem(bounds({ direction: 'lowerIsWorse', amberDownTo: 90, redDownTo: 95 }))).toEqual({ field: 'redDownTo', code: 'order' })
    expect(boundProblem(bounds({ direction: 'bothWays', amberFrom: 10, redFrom: 12, amberDownTo: 10, redDownTo: 8 }))).toEqual({ field: 'amberDownTo', code: 'order' })
    expect(boundProblem(bounds({ amberFrom: 1, redFrom: 1 }))).toBeNull()
  })

  it('is due again after its interval, at the end of a shorter month too', () => {
    expect(nextDue('2026-11-23', 'daily')).toBe('2026-11-24')
    expect(nextDue('2026-12-28', 'weekly')).toBe('2027-01-04')
    expect(nextDue('2027-01-31', 'monthly')).toBe('2027-02-28')
    expect(nextDue('2026-11-30', 'quarterly')).toBe('2027-02-28')
    expect(nextDue('2028-02-29', 'yearly')).toBe('2029-02-28')
    expect(nextDue('2026-08-31', 'halfYearly')).toBe('2027-02-28')
  })
})
