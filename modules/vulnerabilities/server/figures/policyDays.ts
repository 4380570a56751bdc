import { compilePolicy, fieldIds, type Policy } from '@heng/engine-priority'
import { severityKeys, type SeverityKey } from '../../contract/figures.ts'

type Days = Readonly<Record<SeverityKey, number | null>>
const known = new WeakMap<Policy, Days>()

/** Days that a policy gives to each severity where nothing else speaks for sooner; null where the severity alone gives none. Worked out once for each policy. */
export const policyDays = (policy: Policy): Days => {
  const before = known.get(policy)
  if (before !== undefined) return before
  const mild = compilePolicy({ ...policy, whenUnknown: Object.fromEntries(fieldIds.map((id) => [id, 'ignore' as const])) })
  const days = Object.fromEntries(severityKeys.map((severity) => [severity, severity === 'notAssessed' ? null : mild({ severity }).dueDays])) as Days
  known.set(policy, days)
  return days
}
