import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { messages } from '../../../locales/index.ts'
import { useMethod } from '../../base/useMethod.ts'

/** What the criteria in force say about accepting a level. */
export const useRuleText = (level: number | null): string => {
  const t = useText(messages).pages
  const { inForce, levelName } = useMethod()
  const rule = inForce?.acceptance.find((r) => r.level === level)
  if (level === null || rule === undefined) return t.treatment.ruleUnknown
  const name = levelName(level)
  if (rule.acceptBy === 'nobody') return fill(t.treatment.ruleNobody, { level: name })
  const months = rule.validMonths === 1 ? t.criteria.month : fill(t.criteria.months, { count: rule.validMonths })
  return fill(t.treatment.rule, { level: name, who: t.criteria.acceptors[rule.acceptBy], months })
}
