import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { implementationOf, missingReason, onlyBestPractice } from './rules.ts'

const state = fc.constantFrom('planned', 'inProgress', 'implemented', 'notWorking', 'retired')

describe('implementationOf', () => {
  it.each([
    [[], null],
    [['retired'], null],
    [['implemented'], 'implemented'],
    [['implemented', 'retired'], 'implemented'],
    [['implemented', 'planned'], 'partly'],
    [['inProgress'], 'partly'],
    [['planned'], 'planned'],
    [['notWorking'], 'notWorking'],
    [['notWorking', 'planned'], 'notWorking'],
    [['notWorking', 'implemented'], 'partly'],
  ] as const)('%j → %s', (states, expected) => expect(implementationOf(states)).toBe(expected))

  it('does not depend on the order, and says implemented only when every live control is', () => {
    fc.assert(
      fc.property(fc.array(state), (states) => {
        expect(implementationOf(states.toReversed() as never)).toBe(implementationOf(states as never))
        const live = states.filter((s) => s !== 'retired')
        expect(implementationOf(states as never) === 'implemented').toBe(live.length > 0 && live.every((s) => s === 'implemented'))
      }),
    )
  })
})

it('asks a reason for an exclusion and for an overridden state', () => {
  const line = { applicable: 'no', justification: null, implementationOverride: null, overrideReason: null }
  expect(missingReason(line)).toBe('justification')
  expect(missingReason({ ...line, justification: '  ' })).toBe('justification')
  expect(missingReason({ ...line, justification: 'No development here' })).toBeNull()
  expect(missingReason({ ...line, applicable: 'yes', implementationOverride: 'partly' })).toBe('overrideReason')
  expect(missingReason({ ...line, applicable: 'undecided' })).toBeNull()
})

it('warns of best practice alone only', () => {
  expect(onlyBestPractice({ applicable: 'yes', reasons: ['bestPractice'] })).toBe(true)
  expect(onlyBestPractice({ applicable: 'yes', reasons: ['bestPractice', 'risk'] })).toBe(false)
  expect(onlyBestPractice({ applicable: 'yes', reasons: [] })).toBe(false)
  expect(onlyBestPractice({ applicable: 'no', reasons: ['bestPractice'] })).toBe(false)
})
