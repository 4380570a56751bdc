import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../day.ts'
import { naive, written, type Plain } from './naive.fixture.ts'
import { checkSchedule, lastBefore, occurrences } from './occurrences.ts'
import { checkRule, normaliseRule } from './rule.ts'
import { lateness, nextDue } from './rounds.ts'

const span = 1_500
const some = <T>(values: readonly T[]) => fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 2 })
const day = fc.integer({ min: 19_000, max: 22_000 }).map(dayOf)
const plain: fc.Arbitrary<Plain> = fc.record({
  freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
  interval: fc.integer({ min: 1, max: 5 }),
  ending: fc.constantFrom('never', 'count', 'until'),
  count: fc.integer({ min: 1, max: 30 }),
  until: day,
  byMonth: some([1, 2, 3, 6, 9, 12]),
  byMonthDay: some([1, 15, 28, 31, -1, -15]),
  weekdays: some([0, 1, 2, 5]),
  nth: fc.constantFrom(0, 0, 1, 2, 5, -1, 20, 52, -52),
  bySetPos: some([1, 2, -1]),
}).map(({ ending, weekdays, nth, count, until, ...r }) => {
  const isNumbered = r.freq === 'MONTHLY' || r.freq === 'YEARLY'
  const byMonthDay = r.freq === 'WEEKLY' ? undefined : r.byMonthDay
  const byDay = weekdays?.map((one) => ({ nth: isNumbered && byMonthDay === undefined && (Math.abs(nth) <= 5 || (r.freq === 'YEARLY' && r.byMonth === undefined)) ? nth : 0, day: one }))
  const bySetPos = byDay === undefined && byMonthDay === undefined ? undefined : r.bySetPos
  if (r.freq === 'DAILY') return { ...r, byMonth: undefined, byMonthDay: undefined, byDay, bySetPos: undefined } as Plain
  return { ...r, byMonthDay, byDay, bySetPos, ...(ending === 'count' ? { count } : ending === 'until' ? { until } : {}) } as Plain
})

describe('occurrences', () => {
  it('are the days that looking at every day finds', () => {
    fc.assert(fc.property(plain, day, (r, start) => {
      const schedule = { rule: written(r), start }
      expect(checkRule(schedule.rule), schedule.rule).toBeNull()
      const all = naive(r, start, span)
      const wanted = all.slice(0, 24)
      const found = occurrences(schedule, start, wanted.length)
      expect(found, `${schedule.rule} from ${start}`).toEqual(wanted)
      const beyond = occurrences(schedule, start, wanted.length + 1)[wanted.length]
      if (wanted.length < all.length) expect(beyond).toBe(all[wanted.length])
      else if (beyond !== undefined) expect(beyond >= dayOf(Date.parse(start) / 86_400_000 + span)).toBe(true)
      for (const [i, one] of wanted.entries()) if (i > 0 && i < 4) expect(lastBefore(schedule, one)).toBe(wanted[i - 1])
    }), { numRuns: 200 })
  })

  it.each([
    ['FREQ=MONTHLY', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-15', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['FREQ=YEARLY', '2024-02-29', ['2024-02-29', '2028-02-29', '2032-02-29']],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO', '2026-01-01', ['2026-01-05', '2026-04-06', '2026-07-06']],
    ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO', '2026-01-01', ['2026-12-28', '2032-12-27', '2037-12-28']],
    ['FREQ=YEARLY;BYYEARDAY=-1', '2026-01-01', ['2026-12-31', '2027-12-31', '2028-12-31']],
  ])('%s from %s', (rule, start, wanted) => expect(occurrences({ rule, start }, start, 3)).toEqual(wanted))

  it.each(['FREQ=DAILY;INTERVAL=7;BYDAY=MO', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=30', 'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=7', 'FREQ=YEARLY;INTERVAL=11;BYYEARDAY=366'])(
    '%s is refused in bounded time', (rule) => {
      expect(checkSchedule({ rule, start: '2026-01-15' })).toEqual({ code: 'never' })
    })
})

describe('what is no rule', () => {
  it.each([
    ['FREQ=HOURLY', 'subDaily'], ['FREQ=SECONDLY;COUNT=3', 'subDaily'], ['FREQ=DAILY;BYHOUR=9', 'timeOfDay'], ['INTERVAL=2', 'noFrequency'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'countAndUntil'], ['FREQ=WEEKLY;BYDAY=2MO', 'ordinal'], ['FREQ=DAILY;BYMONTHDAY=1', 'value'], ['FREQ=MONTHLY;BYDAY=6MO', 'value'], ['FREQ=YEARLY;BYDAY=53MO', 'value'], ['FREQ=MONTHLY;BYDAY=2MO;BYMONTHDAY=9', 'ordinal'], ['FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=1', 'value'], ['FREQ=DAILY;UNTIL=20270101T000000Z', 'until'],
    ['FREQ=DAILY;UNTIL=20270230', 'until'], ['FREQ=DAILY;FREQ=WEEKLY', 'twice'], ['FREQ=DAILY;X=1', 'unknownPart'], ['FREQ=DAILY;__PROTO__=1', 'form'], ['FREQ=DAILY;CONSTRUCTOR=1', 'unknownPart'],
    ['FREQ=DAILY;INTERVAL=0', 'value'], ['FREQ=DAILY;INTERVAL=99999', 'form'], ['FREQ=DAILY;COUNT=201', 'value'], ['FREQ=MONTHLY;BYMONTHDAY=32', 'value'],
    ['FREQ=MONTHLY;BYDAY=XX', 'value'], ['FREQ=DAILY\nRRULE:FREQ=DAILY', 'form'], ['', 'form'], ['FREQ=YEARLY;RSCALE=HEBREW', 'unknownPart'], [`FREQ=DAILY;BYMONTH=${'1,'.repeat(200)}1`, 'tooLong'],
  ])('%s: %s', (rule, code) => {
    const problem = checkRule(rule)
    expect(problem === null ? null : code === 'form' && problem.code === 'value' ? 'form' : problem.code).toBe(code)
  })
  it('keeps one form', () => expect(normaliseRule(' rrule:freq=daily;interval=2; ')).toBe('FREQ=DAILY;INTERVAL=2'))
  it('survives what anybody types', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (rule) => void checkSchedule({ rule: normaliseRule(rule), start: '2026-01-15' })))
  })
})

describe('rounds', () => {
  const quarterly = { rule: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1', start: '2026-03-31' }
  it('the first is due first; one that is done serves what lies before it, and the next if done in its last quarter', () => {
    expect(nextDue(quarterly, null)).toBe('2026-03-31')
    expect(nextDue(quarterly, '2026-03-31')).toBe('2026-06-30')
    expect(nextDue(quarterly, '2026-04-20')).toBe('2026-06-30')
    expect(nextDue(quarterly, '2026-06-08')).toBe('2026-09-30')
    expect(nextDue(quarterly, '2026-06-07')).toBe('2026-06-30')
    expect(nextDue(quarterly, '2027-01-15')).toBe('2027-03-31')
  })
  it('where no round follows, what was done is good for a year', () => {
    expect(nextDue({ rule: null, start: '2026-03-31' }, '2026-05-01')).toBe('2027-05-01')
    expect(nextDue({ rule: 'FREQ=YEARLY;COUNT=2', start: '2024-03-31' }, '2026-05-01')).toBe('2027-05-01')
  })
  it('is late from the end of the grace on, and counts the rounds missed', () => {
    const rounds = { ...quarterly, graceDays: 10 }
    expect(lateness(rounds, '2026-06-30', '2026-07-10')).toMatchObject({ overdueDays: 0, missed: 0 })
    expect(lateness(rounds, '2026-06-30', '2026-07-11')).toMatchObject({ overdueDays: 1, missed: 1, intervalDays: 92 })
    expect(lateness(rounds, '2026-06-30', '2026-10-11')).toMatchObject({ overdueDays: 93, missed: 2 })
    expect(lateness(rounds, '2026-06-30', '2029-01-01')).toMatchObject({ missed: 3 })
    expect(lateness(rounds, null, '2029-01-01')).toMatchObject({ overdueDays: 0, missed: 0 })
  })
  it('the next due day lies after what was done', () => {
    fc.assert(fc.property(plain, day, day, (r, start, performed) => {
      const schedule = { rule: written(r), start }
      if (checkSchedule(schedule) !== null) return
      const due = nextDue(schedule, performed)!
      expect(due > performed).toBe(true)
    }), { numRuns: 200 })
  })
})
