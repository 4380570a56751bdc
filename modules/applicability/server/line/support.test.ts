import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { implementationOf } from './rules.ts'
import { driftOf, supportOf, type Tested } from './support.ts'

const states = ['planned', 'inProgress', 'implemented', 'notWorking', 'retired'] as const
const control = fc.record<Tested>({ state: fc.constantFrom(...states), percent: fc.option(fc.constantFrom(0, 39, 40, 79, 80, 100)), stale: fc.boolean() })
const run = (percent: number | null, stale = false): Tested => ({ state: 'implemented', percent, stale })
const is = (state: Tested['state']): Tested => ({ state, percent: 0, stale: false })

/** The table of the doc comment, told by counting. */
const naive = (controls: readonly Tested[]): string | null => {
  const count = (test: (c: Tested) => boolean) => controls.filter((c) => c.state !== 'retired' && test(c)).length
  const all = count(() => true)
  const running = count((c) => c.state === 'implemented')
  const effective = count((c) => c.state === 'implemented' && c.percent !== null && c.percent >= 80)
  const partly = count((c) => c.state === 'implemented' && c.percent !== null && c.percent >= 40 && c.percent < 80)
  const ineffective = count((c) => c.state === 'implemented' && c.percent !== null && c.percent < 40)
  const [untested, broken, begun] = [running - effective - partly - ineffective, count((c) => c.state === 'notWorking'), count((c) => c.state === 'inProgress')]
  if (all === 0) return null
  if (running === 0) return begun > 0 ? 'partly' : broken > 0 ? 'notWorking' : 'planned'
  if (untested > 0) return partly + ineffective + broken > 0 ? 'partly' : null
  if (effective === all) return 'implemented'
  return ineffective === running && begun === 0 ? 'notWorking' : 'partly'
}
const order = ['notWorking', 'planned', 'partly', 'implemented']

describe('what tested controls support', () => {
  it.each([
    [[], null],
    [[is('retired'), { ...run(100), state: 'retired' as const }], null],
    [[is('planned')], 'planned'],
    [[is('inProgress'), is('planned')], 'partly'],
    [[is('notWorking'), is('planned')], 'notWorking'],
    [[run(80), run(100)], 'implemented'],
    [[run(80), is('retired')], 'implemented'],
    [[run(80), is('planned')], 'partly'],
    [[run(79)], 'partly'],
    [[run(39)], 'notWorking'],
    [[run(0), is('notWorking')], 'notWorking'],
    [[run(0), is('planned')], 'notWorking'],
    [[run(0), run(90)], 'partly'],
    [[run(null)], null],
    [[run(null), run(100)], null],
    [[run(null), is('planned')], null],
    [[run(null), run(0)], 'partly'],
    [[run(null), is('notWorking')], 'partly'],
  ] as const)('%j → %s', (controls, expected) => expect(supportOf(controls).supported).toBe(expected))

  it('is what the table says', () => {
    fc.assert(fc.property(fc.array(control, { maxLength: 5 }), (controls) => void expect(supportOf(controls).supported).toBe(naive(controls))), { numRuns: 5_000 })
  })

  it('does not depend on the order', () => {
    fc.assert(fc.property(fc.array(control), (controls) => void expect(supportOf(controls.toReversed())).toEqual(supportOf(controls))))
  })

  it('is never better when a running control gets worse, or breaks', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.boolean(), fc.array(control, { maxLength: 4 }), (a, b, breaks, others) => {
      const better = supportOf([run(Math.max(a, b)), ...others]).supported
      const worse = supportOf([breaks ? is('notWorking') : run(Math.min(a, b)), ...others]).supported
      // Beside an untested control a known failure says more than nothing did.
      if (better === null || worse === null) return void expect(better === null || worse !== null).toBe(true)
      expect(order.indexOf(worse)).toBeLessThanOrEqual(order.indexOf(better))
    }), { numRuns: 5_000 })
  })

  it('says implemented only where every control was shown to work, and follows the states where none runs', () => {
    fc.assert(fc.property(fc.array(control), (controls) => {
      const live = controls.filter((c) => c.state !== 'retired')
      const told = supportOf(controls)
      expect(told.supported === 'implemented').toBe(live.length > 0 && live.every((c) => c.state === 'implemented' && c.percent !== null && c.percent >= 80))
      if (live.every((c) => c.state !== 'implemented')) expect(told.supported).toBe(implementationOf(live.map((c) => c.state)))
    }))
  })

  it('is stale where a percentage that counts is', () => {
    expect(supportOf([run(90, true), run(90)]).stale).toBe(true)
    expect(supportOf([{ ...run(90, true), state: 'retired' }, run(90)]).stale).toBe(false)
    expect(supportOf([run(null, true)]).stale).toBe(false)
  })
})

it('drifts to less or to more, never where evidence says nothing', () => {
  const at = (supported: ReturnType<typeof supportOf>['supported']) => ({ supported })
  expect(driftOf('implemented', at('partly'))).toBe('less')
  expect(driftOf('planned', at('notWorking'))).toBe('less')
  expect(driftOf('partly', at('implemented'))).toBe('more')
  expect(driftOf(null, at('planned'))).toBe('more')
  expect(driftOf(null, at('notWorking'))).toBe('less')
  expect(driftOf('partly', at('partly'))).toBeNull()
  expect(driftOf('implemented', at(null))).toBeNull()
  expect(driftOf('notImplemented', at('notWorking'))).toBe('less')
})
