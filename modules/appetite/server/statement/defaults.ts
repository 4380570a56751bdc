import type { Line, Policy, Together } from '../../contract/statement.ts'

/** What holds until a statement says otherwise: an incident calls for a look within a week, a change of an asset within a month. */
export const defaultPolicy: Policy = {
  breachDays: 14,
  exceptionDays: 180,
  reviewDays: { incident: 7, newVulnerability: 7, failedTest: 14, assetChange: 30, indicator: 14, obligation: 30, manual: 14 },
}

export const noAmounts: Together = { expected: null, extreme: null }
export const defaultPercentile = 95

interface Rule {
  readonly level: number
  readonly acceptBy: string
  readonly treatment: string
}

/**
 * A first line out of the acceptance criteria, so that the two agree: wanted is what its owner may accept without treatment
 * being a must, borne is what anybody at all may accept without that.
 */
export const firstLine = (id: string, rules: readonly Rule[]): Line => {
  const highest = (fits: (rule: Rule) => boolean): number => rules.filter(fits).reduce((top, { level }) => Math.max(top, level), 1)
  const appetite = highest((r) => r.acceptBy === 'riskOwner' && r.treatment !== 'mandatory')
  const tolerance = highest((r) => r.acceptBy !== 'nobody' && r.treatment !== 'mandatory')
  return { id, category: { kind: 'all' }, unit: null, level: { appetite: Math.min(appetite, tolerance), tolerance }, expected: null, extreme: null, words: null }
}
