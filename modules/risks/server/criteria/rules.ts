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

/** Which answer of `rule` is laxer than the level below allows, and how to say it; undefined where none is. */
const laxer = (rule: AcceptanceRule, below: AcceptanceRule) => {
  const levels = { level: rule.level, below: below.level }
  if (strictness(rule) < strictness(below)) return { key: 'acceptBy', code: 'risks.acceptanceLaxer', params: levels } as const
  if (treatments.indexOf(rule.treatment) < treatments.indexOf(below.treatment)) return { key: 'treatment', code: 'risks.treatmentLaxer', params: levels } as const
  if (rule.reviewMonths <= below.reviewMonths) return undefined
  return { key: 'reviewMonths', code: 'risks.reviewRarer', params: { ...levels, months: rule.reviewMonths, belowMonths: below.reviewMonths } } as const
}

/**
 * One rule for each level of the method, and none laxer than the one below: a higher level cannot be easier to accept,
 * need less treatment, or be looked at more rarely. A refusal names the answer: `acceptance.<place of the rule>.<key>`.
 */
export const checkAcceptance = (rules: readonly AcceptanceRule[], levels: readonly number[]): void => {
  const given = rules.map((r) => r.level).toSorted((a, b) => a - b)
  if (given.length !== levels.length || given.some((level, i) => level !== levels[i])) {
    throw new HengError('risks.acceptanceLevels', { params: { levels: levels.join(', ') }, fields: [{ path: 'acceptance', code: 'custom' }] })
  }
  const refuse = (rule: AcceptanceRule, key: keyof AcceptanceRule, code: string, params: Readonly<Record<string, number>>): never => {
    throw new HengError(code, { params, fields: [{ path: `acceptance.${rules.indexOf(rule)}.${key}`, code: 'custom' }] })
  }
  const rising = rules.toSorted((a, b) => a.level - b.level)
  rising.forEach((rule, i) => {
    const below = rising[i - 1]
    const wrong = below === undefined ? undefined : laxer(rule, below)
    if (wrong !== undefined) refuse(rule, wrong.key, wrong.code, wrong.params)
  })
  // What must be treated can be accepted for a while, what nobody may accept cannot be left untreated.
  const idle = rules.find((r) => r.acceptBy === 'nobody' && r.treatment !== 'mandatory')
  if (idle !== undefined) refuse(idle, 'treatment', 'risks.acceptanceIdle', { level: idle.level })
}
