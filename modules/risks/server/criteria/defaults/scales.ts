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

/** Scale texts for a method: those given where they name the same steps, our own for the rest. */
export const fittingScales = (definition: MethodDefinition, given: Scales | null): Scales => {
  const ours = defaultScales(definition)
  if (given === null) return ours
  const fits = (id: string) => {
    const [a, b] = [given.factors[id], ours.factors[id]]
    return a !== undefined && b !== undefined && a.length === b.length && a.every((step, i) => step.value === b[i]!.value)
  }
  return { factors: Object.fromEntries(Object.entries(ours.factors).map(([id, steps]) => [id, fits(id) ? given.factors[id]! : steps])), impactAreas: given.impactAreas }
}
