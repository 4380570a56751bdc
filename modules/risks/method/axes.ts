import type { MethodDefinition } from '@heng/engine-risk'
import type { Text } from '@heng/contract'
import { partOf, withGiven } from './parts.ts'

export interface AxisStep {
  readonly value: number
  /** The method's own name for the step; null where it only counts. */
  readonly title: Text | null
}

/** One side of the heat map: a factor or a stage of the method. */
export interface Axis {
  readonly id: string
  readonly title: Text
  /** `stage`: worked out from factors. `factor`: rated by people, or the value of the asset. */
  readonly kind: 'factor' | 'stage'
  readonly steps: readonly AxisStep[]
}
export interface Axes {
  readonly likelihood: Axis
  readonly impact: Axis
  /** False where the method names no axes: its first two factors stand in, and measures lower factors. */
  readonly named: boolean
}

const axisOf = (definition: MethodDefinition, id: string): Axis => {
  const factor = definition.factors.find((f) => f.id === id)
  if (factor !== undefined) {
    const count = factor.max - factor.min + 1
    const steps = Array.from({ length: count }, (_, i) => ({ value: factor.min + i, title: factor.levels?.[i]?.title ?? null }))
    return { id, title: factor.title, kind: 'factor', steps }
  }
  const stage = definition.stages.find((s) => s.id === id)!
  const top = withGiven(definition, [id]).factors.at(-1)!.max
  // Intermediate results have no names of their own; those of the outcome fit where the scale is as long.
  const names = definition.levels.length === top ? definition.levels : []
  return { id, title: stage.title, kind: 'stage', steps: Array.from({ length: top }, (_, i) => ({ value: i + 1, title: names[i]?.title ?? null })) }
}

/** The axes that the method itself names for likelihood and impact; without any, what causes (second factor) and what suffers (first). */
export const axesOf = (definition: MethodDefinition): Axes => {
  const { axes, factors } = definition
  if (axes !== undefined) return { likelihood: axisOf(definition, axes.likelihood), impact: axisOf(definition, axes.impact), named: true }
  return { likelihood: axisOf(definition, (factors[1] ?? factors[0]!).id), impact: axisOf(definition, factors[0]!.id), named: false }
}

/** The two axes in the order in which the method works them out: one may follow from the other. */
export const inOrder = (definition: MethodDefinition, ids: readonly string[]): string[] =>
  [...definition.factors, ...definition.stages].map(({ id }) => id).filter((id) => ids.includes(id))

/** A stage's own part, earlier axes taken as given. */
export const axisPart = (definition: MethodDefinition, id: string, earlier: readonly string[]): MethodDefinition =>
  partOf(withGiven(definition, earlier.filter((e) => definition.stages.some((s) => s.id === e))), id)
