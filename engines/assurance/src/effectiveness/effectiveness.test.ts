import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lateness } from '../schedule/rounds.ts'
import { effectiveness, type ControlState } from './control.ts'
import { decayed, type Procedure, type Result } from './procedure.ts'

const inTime: Lateness = { due: '2027-01-01', overdueDays: 0, missed: 0, intervalDays: 90 }
const late = (overdueDays: number, missed: number): Lateness => ({ due: '2026-01-01', overdueDays, missed, intervalDays: 90 })
let made = 0
const procedure = (kind: Procedure['kind'], result: Partial<Result> | null, lateness: Lateness = inTime): Procedure => {
  made += 1
  return { id: `p${made}`, reference: `CT-${made}`, kind, lateness, result: result === null ? null : { id: `r${made}`, conclusion: 'effective', examined: null, deviations: null, ...result } }
}
const percent = (...procedures: Procedure[]) => effectiveness({ state: 'implemented', procedures }).percent
const [design, operating] = [(r: Partial<Result> | null, l?: Lateness) => procedure('design', r, l), (r: Partial<Result> | null, l?: Lateness) => procedure('operating', r, l)]

describe('effectiveness of a control', () => {
  it.each<ControlState>(['planned', 'inProgress', 'notWorking', 'retired'])('%s: nothing, whatever was tested', (state) => {
    expect(effectiveness({ state, procedures: [operating({})] })).toMatchObject({ percent: 0, stale: false })
  })
  it('without a result is not assessed', () => {
    expect(percent()).toBeNull()
    expect(percent(operating(null))).toBeNull()
  })
  it('follows the conclusion, and the sample where there is one, rounded down', () => {
    expect(percent(operating({}))).toBe(100)
    expect(percent(operating({ conclusion: 'partlyEffective' }))).toBe(50)
    expect(percent(operating({ conclusion: 'ineffective' }))).toBe(0)
    expect(percent(operating({ examined: 60, deviations: 1 }))).toBe(98)
    expect(percent(operating({ examined: 4, deviations: 3, conclusion: 'partlyEffective' }))).toBe(25)
    expect(percent(operating({ examined: 60, deviations: 1, conclusion: 'ineffective' }))).toBe(0)
  })
  it('never exceeds the design; a design alone shows no operation; operation speaks for itself', () => {
    expect(percent(design({ conclusion: 'partlyEffective' }), operating({}))).toBe(50)
    expect(percent(design({}))).toBeNull()
    expect(percent(design({ conclusion: 'ineffective' }))).toBe(0)
    expect(percent(design(null), operating({}))).toBe(100)
    expect(percent(design({}, late(300, 3)), operating({}))).toBeNull()
  })
  it('is decided by the weakest, and left open by what lapsed unless nothing works anyway', () => {
    expect(percent(operating({}), operating({ conclusion: 'partlyEffective' }))).toBe(50)
    expect(percent(operating({}), operating({}, late(300, 3)))).toBeNull()
    expect(percent(operating({ conclusion: 'ineffective' }), operating({}, late(300, 3)))).toBe(0)
    expect(percent(operating({}), operating(null))).toBe(100)
  })
  it('halves with every interval that a round is late, says that it is stale, and lapses', () => {
    const at = (days: number, missed: number) => effectiveness({ state: 'implemented', procedures: [operating({}, late(days, missed))] })
    expect([at(1, 1), at(45, 1), at(90, 1), at(180, 2), at(181, 3)].map((e) => e.percent)).toEqual([99, 70, 50, 25, null])
    expect(at(1, 1).stale).toBe(true)
    expect(effectiveness({ state: 'implemented', procedures: [operating({}), operating(null, late(5, 1))] })).toMatchObject({ percent: 100, stale: true })
  })
  it('tells every step in both languages, the last with the figure', () => {
    const told = effectiveness({ state: 'implemented', procedures: [design({}), operating({ examined: 25, deviations: 1 }, late(9, 1))] })
    expect(told.steps.map((s) => s.id.split(':')[0])).toEqual(['state', 'procedure', 'procedure', 'design', 'operating', 'effectiveness'])
    expect(told.steps.at(-1)!.output).toEqual({ percent: told.percent, stale: true })
    for (const { label, rule } of told.steps) for (const words of [label, rule]) expect(words.en !== '' && /\p{Script=Han}/u.test(words['zh-CN'])).toBe(true)
    expect(told.steps[2]!.rule.en).toBe('24 of 25 items without deviation, concluded “effective” (at most 100 %): 96 %; 9 days overdue, half is left after every 90 days: 96 % × 2^(−9/90) = 89 %')
  })
})

describe('properties', () => {
  const result = fc.option(fc.record({
    conclusion: fc.constantFrom('effective', 'partlyEffective', 'ineffective'), examined: fc.option(fc.integer({ min: 1, max: 60 })), share: fc.nat(100),
  }))
  const any: fc.Arbitrary<Procedure> = fc.record({ kind: fc.constantFrom('design', 'operating'), result, days: fc.integer({ min: 0, max: 400 }) }).map(({ kind, result: r, days }) =>
    procedure(kind as Procedure['kind'], r === null ? null : { conclusion: r.conclusion as Result['conclusion'], examined: r.examined, deviations: r.examined === null ? null : Math.floor((r.examined * r.share) / 100) },
      days === 0 ? inTime : late(days, Math.min(3, 1 + Math.floor(days / 90)))))
  const all = fc.array(any, { maxLength: 6 })
  it('a whole percentage or not assessed, whatever the order', () => {
    fc.assert(fc.property(all, (procedures) => {
      const { percent: p, stale } = effectiveness({ state: 'implemented', procedures })
      expect(p === null || (Number.isInteger(p) && p >= 0 && p <= 100)).toBe(true)
      expect(effectiveness({ state: 'implemented', procedures: procedures.toReversed() })).toMatchObject({ percent: p, stale })
    }))
  })
  it('being later never makes it better', () => {
    fc.assert(fc.property(all, fc.nat(5), (procedures, i) => {
      if (procedures.length === 0) return
      const place = i % procedures.length
      const days = procedures[place]!.lateness.overdueDays + 30
      const later = procedures.with(place, { ...procedures[place]!, lateness: late(days, Math.min(3, 1 + Math.floor(days / 90))) })
      const [was, is] = [procedures, later].map((p) => effectiveness({ state: 'implemented', procedures: p }).percent)
      if (was !== null && is !== null) expect(is).toBeLessThanOrEqual(was!)
    }))
  })
  it('decay keeps what is fresh and halves', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 1_000 }), (base, interval) => {
      expect([decayed(base, 0, interval), decayed(base, interval, interval)]).toEqual([base, Math.floor(base / 2)])
    }))
  })
})
