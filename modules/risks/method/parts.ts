import type { Factor, MethodDefinition, Stage } from '@heng/engine-risk'

/** The factors or earlier stages that a stage reads. */
export const inputsOf = (stage: Stage): readonly string[] => (stage.kind === 'table' ? [stage.rows, stage.columns] : stage.factors)

/** The highest level a stage can come to; null where it only explains. */
const highest = (stage: Stage): number | null =>
  stage.bands !== undefined ? stage.bands.length : stage.kind === 'table' ? Math.max(...stage.cells.flat()) : null

/** The part of a definition that ends in one stage, with the factors that lead there and no others. */
export const partOf = (definition: MethodDefinition, outcome: string): MethodDefinition => {
  const needed = new Set([outcome])
  for (const stage of definition.stages.toReversed()) if (needed.has(stage.id)) for (const id of inputsOf(stage)) needed.add(id)
  return {
    ...definition,
    factors: definition.factors.filter(({ id }) => needed.has(id)),
    stages: definition.stages.filter(({ id }) => needed.has(id)),
  }
}

/** The definition with some stages given from outside, as if they were factors: what remains once they are lowered. */
export const withGiven = (definition: MethodDefinition, stages: readonly string[]): MethodDefinition => {
  const given = definition.stages.filter(({ id }) => stages.includes(id))
  const factors = given.map((stage): Factor => ({ id: stage.id, title: stage.title, min: 1, max: highest(stage)! }))
  return { ...definition, factors: [...definition.factors, ...factors], stages: definition.stages.filter(({ id }) => !stages.includes(id)) }
}

/** The last stage, and before it the one that is the outcome while an optional factor plays no part. */
export const outcomeOf = (definition: MethodDefinition): string => definition.stages.at(-1)!.id
