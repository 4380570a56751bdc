import { bod2604Policy, gbt30279Policy, severityOnly, standard } from '@heng/engine-priority'
import { describe, expect, it } from 'vitest'
import { policyDays } from './policyDays.ts'

describe('days of a policy by severity', () => {
  it('are those that hold when nothing speaks for sooner', () => {
    expect(policyDays(standard)).toEqual({ none: null, low: 180, medium: 90, high: 30, critical: 7, notAssessed: null })
    expect(policyDays(severityOnly)).toMatchObject({ low: 120, critical: 7 })
  })

  it('are none where the policy does not go by severity', () => {
    expect(policyDays(gbt30279Policy)).toMatchObject({ low: null, medium: null, high: null, critical: null })
    expect(policyDays(bod2604Policy)).toMatchObject({ notAssessed: null })
  })
})
