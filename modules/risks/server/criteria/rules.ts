import type { AcceptanceRule } from '../../contract/criteria.ts'
import { acceptors } from '../../contract/criteria.ts'
import { HengError } from '@heng/contract'

export type CriteriaState = 'draft' | 'inReview' | 'approved' | 'superseded'

const steps: Readonly<Record<CriteriaState, readonly CriteriaState[]>> = {
  draft: ['inReview'],
  inReview: ['draft', 'approved'],
  approved: ['superseded'],
  superseded: [],
}
export const mayBecome = (from: CriteriaState, to: CriteriaState): boolean => steps[from].includes(to)

const treatments = ['none', 'recommended', 'mandatory'] as const
// "nobody" is the strictest answer, then the higher authority.
const strictness = (rule: AcceptanceRule): number => (rule.acceptBy === 'nobody' ? acceptors.length : acceptors.indexOf(rule.acceptBy))

/**
 * One rule for each level of the method, and none laxer than the one below: a higher level cannot be easier to accept,
 * need less treatment, or be looked at more rarely.
 */
export const checkAcceptance = (rules: readonly AcceptanceRule[], levels: readonly number[]): void => {
  const given = rules.map((r) => r.level).toSorted((a, b) => a - b)
  if (given.length !== levels.length || given.some((level, i) => level !== levels[i])) {
    throw new HengError('risks.acceptanceLevels', { params: { levels: levels.join(', ') }, fields: [{ path: 'acceptance', code: 'custom' }] })
  }
  const rising = rules.toSorted((a, b) => a.level - b.level)
  rising.forEach((rule, i) => {
    const below = rising[i - 1]
    if (below === undefined) return
    const laxer = strictness(rule) < strictness(below) || treatments.indexOf(rule.treatment) < treatments.indexOf(below.treatment) || rule.reviewMonths > below.reviewMonths
    if (laxer) throw new HengError('risks.acceptanceFalls', { params: { level: rule.level, below: below.level }, fields: [{ path: 'acceptance', code: 'custom' }] })
  })
  // What must be treated can be accepted for a while, what nobody may accept cannot be left untreated.
  const idle = rules.find((r) => r.acceptBy === 'nobody' && r.treatment !== 'mandatory')
  if (idle !== undefined) throw new HengError('risks.acceptanceIdle', { params: { level: idle.level }, fields: [{ path: 'acceptance', code: 'custom' }] })
}
