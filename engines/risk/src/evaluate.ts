import type { MethodDefinition, Stage, TableStage } from './schema.ts'

/** What a stage came to. For a root product `value` is the exact product under the root. */
export interface StageResult {
  stage: Stage
  /** The level each named factor or stage went in with, in the order the stage names them. */
  inputs: number[]
  value: number
  level: number | null
}

/** Gives the level that later stages use in place of the one a factor has or a stage came to. */
export type Lower = (id: string, level: number) => number

/** The ids a stage reads, in order; a root product may name one twice. */
export function stageInputs(stage: Stage): string[] {
  return stage.kind === 'table' ? [stage.rows, stage.columns] : stage.factors
}

/**
 * Runs the stages of a valid definition over whole numbers that are on their scales. A stage whose optional factor
 * is absent from `values` is left out. O(stages), integers only: the highest product is 20⁶ and stays exact.
 */
export function evaluate(definition: MethodDefinition, values: ReadonlyMap<string, number>, lower: Lower = keep): StageResult[] {
  const levels = new Map<string, number>()
  const lowest = new Map<string, number>()
  for (const { id, min } of definition.factors) {
    const value = values.get(id)
    lowest.set(id, min)
    if (value !== undefined) levels.set(id, lower(id, value))
  }
  const results: StageResult[] = []
  for (const stage of definition.stages) {
    const inputs = stageInputs(stage).map((id) => levels.get(id))
    if (!inputs.every((level) => level !== undefined)) continue
    const value = stage.kind === 'table' ? cell(stage, inputs, lowest) : inputs.reduce((product, factor) => product * factor, 1)
    const level = stageLevel(stage, value)
    if (level !== null) levels.set(stage.id, lower(stage.id, level))
    results.push({ stage, inputs, value, level })
  }
  return results
}

/** The level of a value in a stage: the number of its band from 1, or null where the stage has none. */
export function stageLevel(stage: Stage, value: number): number | null {
  if (stage.bands === undefined) return stage.kind === 'table' ? value : null
  const squared = stage.kind === 'root-product'
  return stage.bands.findIndex((edge) => value <= (squared ? edge * edge : edge)) + 1
}

/** What a stage shows for its value: the value, or the root rounded to two decimals. For display, never for grading. */
export function displayValue({ stage, value }: Pick<StageResult, 'stage' | 'value'>): number {
  return stage.kind === 'table' ? value : Math.round(Math.sqrt(value) * 100) / 100
}

function cell(stage: TableStage, [row, column]: readonly number[], lowest: ReadonlyMap<string, number>): number {
  const value = stage.cells[(row ?? 0) - (lowest.get(stage.rows) ?? 1)]?.[(column ?? 0) - (lowest.get(stage.columns) ?? 1)]
  if (value === undefined)
    throw new RangeError(
      `Stage ${stage.id} has no cell for ${stage.rows}=${row}, ${stage.columns}=${column}: validate the definition first`,
    )
  return value
}

function keep(_id: string, level: number): number {
  return level
}
