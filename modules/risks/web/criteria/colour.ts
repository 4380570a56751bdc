import type { MethodDefinition, TableStage } from '@heng/engine-risk'

/** One of five colours for a cell: its level on the scale of its table, both ends always theirs. */
export const stepColour = (definition: MethodDefinition, stage: TableStage, cell: number): number => {
  const outcome = definition.stages.at(-1)?.id === stage.id
  const level = stage.bands === undefined ? cell : stage.bands.findIndex((edge) => cell <= edge) + 1
  const top = stage.bands?.length ?? (outcome ? definition.levels.length : Math.max(definition.levels.length, ...stage.cells.flat()))
  return top <= 1 ? 1 : Math.min(5, Math.max(1, Math.round(1 + ((level - 1) * 4) / (top - 1))))
}
