import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tested } from '../line/support.ts'
import { capOf, directOf, hasMoved, propose, type Facts } from './rules.ts'

type Control = Tested & { readonly id: string }
const control = (state: Tested['state'], percent: number | null = null, stale = false): Control => ({ id: `${state}${percent}`, state, percent, stale })
const [works, half, fails, untested] = [control('implemented', 95), control('implemented', 60), control('implemented', 10), control('implemented')]
const told = (facts: Partial<Facts<Control>>) => propose({ excludedBy: null, controls: [], mapped: [], ...facts })
type Relationship = Facts['mapped'][number]['relationship']
const to = (relationship: Relationship, ...controls: Control[]) => ({ requirement: relationship, relationship, controls })

const anyControl = fc.record({ id: fc.string(), state: fc.constantFrom<Tested['state'][]>('planned', 'inProgress', 'implemented', 'notWorking', 'retired'), percent: fc.option(fc.integer({ min: 0, max: 100 })), stale: fc.boolean() })
const carrier = fc.record({ requirement: fc.uuid(), relationship: fc.constantFrom<Relationship[]>('equal', 'subset', 'superset', 'intersect', 'none'), controls: fc.array(anyControl, { maxLength: 2 }) })

describe('what evidence proposes for a requirement', () => {
  it('is what the controls that answer it were shown to do', () => {
    expect([works, half, fails, untested, control('planned'), control('inProgress'), control('notWorking')].map((c) => told({ controls: [c] }).status))
      .toEqual(['met', 'partly', 'notMet', null, 'notMet', 'partly', 'notMet'])
    expect(told({ controls: [untested] })).toMatchObject({ by: 'controls', untested: 1 })
    expect(told({ controls: [control('implemented', 95, true)] })).toMatchObject({ status: 'met', stale: true })
    expect(told({})).toMatchObject({ status: null, by: null })
  })

  it('is not applicable where the statement in force leaves it out, whatever else is there', () => {
    expect(told({ excludedBy: 'l', controls: [works], mapped: [to('equal', works)] })).toMatchObject({ status: 'notApplicable', by: 'statement', line: 'l' })
  })

  it.each<[Relationship, ReturnType<typeof told>['status'][]]>([
    ['equal', ['met', 'partly', 'notMet', null]],
    ['subset', ['met', 'partly', 'notMet', null]],
    ['superset', ['partly', 'partly', 'notMet', null]],
    ['intersect', ['partly', 'partly', 'notMet', null]],
    ['none', [null, null, null, null]],
  ])('over %s carries %j', (relationship, expected) => {
    expect([works, half, fails, untested].map((c) => told({ mapped: [to(relationship, c)] }).status)).toEqual(expected)
  })

  it('takes the best that is carried, unless what is not assessed might show more', () => {
    expect(told({ mapped: [to('equal', fails), to('superset', works)] })).toMatchObject({ status: 'partly', by: 'mapping', mapped: [{ requirement: 'superset' }, { requirement: 'equal' }] })
    expect(told({ mapped: [to('equal', untested), to('superset', works)] }).status).toBeNull()
    expect(told({ mapped: [to('intersect', untested), to('superset', works)] }).status).toBe('partly')
    expect(told({ mapped: [to('equal', untested), to('subset', works)] }).status).toBe('met')
    // What no control answers has nothing to carry.
    expect(told({ mapped: [to('equal'), to('intersect', works)] }).status).toBe('partly')
  })

  it('asks the mapping only where no control counts', () => {
    expect(told({ controls: [fails], mapped: [to('equal', works)] })).toMatchObject({ status: 'notMet', by: 'controls', mapped: [] })
    expect(told({ controls: [control('retired')], mapped: [to('equal', works)] })).toMatchObject({ status: 'met', by: 'mapping' })
  })

  it('is what a try of every result of the untested allows: never more than is shown, and known only where nothing they show would raise it', () => {
    const level = ['notMet', 'partly', 'met']
    fc.assert(fc.property(fc.array(carrier, { maxLength: 4 }), (mapped) => {
      const { status } = told({ mapped })
      const known = mapped.flatMap((m) => {
        const [direct, cap] = [directOf(m.controls), capOf[m.relationship]]
        return direct.why === 'none' || cap === null ? [] : [{ status: direct.status, cap }]
      })
      const worth = (s: string | null, cap: string) => Math.min(level.indexOf(s ?? 'met'), level.indexOf(cap))
      const least = Math.max(-1, ...known.filter((k) => k.status !== null).map((k) => worth(k.status, k.cap)))
      const most = Math.max(-1, ...known.map((k) => worth(k.status, k.cap)))
      expect(status).toBe(least === most && most >= 0 ? level[most] : null)
    }), { numRuns: 3_000 })
  })

  it('does not depend on the order of controls and mappings', () => {
    fc.assert(fc.property(fc.array(anyControl, { maxLength: 3 }), fc.array(carrier, { maxLength: 4 }), (controls, mapped) => {
      expect(told({ controls: controls.toReversed(), mapped: mapped.toReversed() }).status).toBe(told({ controls, mapped }).status)
    }))
  })
})

it('no longer fits once the proposal has moved away from what was concluded', () => {
  expect(hasMoved('met', 'met', 'met')).toBe(false)
  expect(hasMoved('met', 'met', 'partly')).toBe(true)
  expect(hasMoved('met', 'met', null)).toBe(true)
  expect(hasMoved('met', null, 'met')).toBe(false)
  expect(hasMoved('partly', 'met', 'met')).toBe(false)
  expect(hasMoved('partly', 'met', 'partly')).toBe(false)
  expect(hasMoved('partly', 'met', 'notMet')).toBe(true)
})
