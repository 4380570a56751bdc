import type { Factor, MethodDefinition } from '@heng/engine-risk'
import type { Scales } from '../../../contract/criteria.ts'
import { factorTexts, frequencyTexts } from './factors.ts'
import { defaultImpactAreas } from './impactAreas.ts'

/** Our text for a step where the scale is 1–5, else the method's own name of it. */
const stepsOf = ({ id, min, max, levels }: Factor): Scales['factors'][string] => {
  const ours = min === 1 && max === 5 ? factorTexts[id] : undefined
  if (ours !== undefined) return ours.map(({ value, text }) => ({ value, text }))
  return (levels ?? []).map(({ value, title }) => ({ value, text: title }))
}

/** Scale texts for a method to start from: its factors, and a frequency for likelihood where that is worked out. */
export const defaultScales = (definition: MethodDefinition): Scales => {
  const factors = Object.fromEntries(definition.factors.map((f) => [f.id, stepsOf(f)] as const).filter(([, steps]) => steps.length > 0))
  const likelihood = definition.axes?.likelihood
  const counted = likelihood !== undefined && definition.stages.some((s) => s.id === likelihood) && definition.levels.length === 5
  return { factors: counted ? { ...factors, [likelihood]: frequencyTexts } : factors, impactAreas: defaultImpactAreas }
}
