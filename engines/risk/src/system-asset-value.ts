import type { AssetValue, AssetValueFunction, AssetValueMissing, PropertyWeights, SecurityProperties } from './asset-value.ts'
import { assetValue, checkScale } from './asset-value.ts'
import { ScoreError } from './score-error.ts'
import type { Step } from './steps.ts'
import { text } from './text.ts'

/** One business that a system carries: how closely it depends on the system and how important it is, 1–5 or null. */
export interface BusinessLink {
  bearing: number | null
  importance: number | null
}

/** Version of the rule that joins the value from C, I and A with the businesses carried. */
export const systemAssetValueVersion = '1.0.0'

/**
 * The value of a system asset from C/I/A, 业务承载性 (business bearing) and business importance. GB/T 20984-2022 names
 * these inputs and leaves the rule to the assessor. This rule is Heng's: a business counts as far as it is bound to
 * the system, min(bearing, importance), and the system is worth the highest of that and its value from C/I/A. Only
 * comparisons, no arithmetic on ordinal values. No business given means that it carries none. Any null gives
 * "not assessed". The `function` stored names both rules, as in `system-max`.
 */
export function systemAssetValue(
  fn: AssetValueFunction,
  values: SecurityProperties,
  businesses: readonly BusinessLink[],
  weights?: PropertyWeights,
): AssetValue | AssetValueMissing | ScoreError {
  const own = assetValue(fn, values, weights)
  if (own instanceof ScoreError) return own
  const rule = { function: `system-${own.function}`, version: `${systemAssetValueVersion}/${own.version}` }
  const missing = own.assessed ? [] : [...own.missing]
  const steps: Step[] = own.assessed ? [...own.steps] : []
  const candidates = own.assessed ? [own.value] : []
  for (const [index, link] of businesses.entries()) {
    const refused = checkScale({ bearing: link.bearing, importance: link.importance }, ['bearing', 'importance'])
    if (refused) return new ScoreError(refused.code, `businesses.${index}.${refused.field}`, refused.allowed, refused.message)
    const { bearing, importance } = link
    if (bearing === null) missing.push(`businesses.${index}.bearing`)
    if (importance === null) missing.push(`businesses.${index}.importance`)
    if (bearing === null || importance === null) continue
    const step = businessStep(index, bearing, importance)
    steps.push(step)
    candidates.push(step.output.value)
  }
  if (missing.length > 0) return { assessed: false, missing, ...rule }
  const value = Math.max(...candidates)
  steps.push({
    id: 'system',
    label: text('System asset value', '系统资产价值'),
    inputs: steps.map(({ id, label, output }) => ({ id, label, value: output.value })),
    rule: text(`max(${candidates.join(', ')}) = ${value} (Heng’s rule)`, `取最高值 max(${candidates.join(', ')}) = ${value}（衡的规则）`),
    output: { value, level: value },
  })
  return { assessed: true, value, ...rule, ...(weights && { weights }), steps }
}

function businessStep(index: number, bearing: number, importance: number): Step {
  const value = Math.min(bearing, importance)
  return {
    id: `business-${index}`,
    label: text(`Business ${index + 1}`, `业务 ${index + 1}`),
    inputs: [
      { id: 'bearing', label: text('Business-bearing property', '业务承载性'), value: bearing },
      { id: 'importance', label: text('Business importance', '业务重要性'), value: importance },
    ],
    rule: text(`min(${bearing}, ${importance}) = ${value}`, `取较低值 min(${bearing}, ${importance}) = ${value}`),
    output: { value, level: value },
  }
}
