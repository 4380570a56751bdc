import type { StageResult } from './evaluate.ts'
import { displayValue, stageInputs } from './evaluate.ts'
import type { MethodDefinition, Stage } from './schema.ts'
import type { Text } from './text.ts'
import { text } from './text.ts'

/** One step of a calculation, told so that a page can show how the figure came about. */
export interface Step {
  id: string
  label: Text
  /** What went in, by factor or earlier step, each on its own scale. */
  inputs: { id: string; label: Text; value: number }[]
  /** The table or formula used, with the numbers in place. */
  rule: Text
  /** `level` is null where a step only explains; `title` names it where it is on the method's outcome scale. */
  output: { value: number; level: number | null; title?: Text }
}

/** Tells the stages of one evaluation as steps; the last one carries the outcome's name. */
export function explain(definition: MethodDefinition, results: readonly StageResult[]): Step[] {
  const labels = new Map<string, Text>([...definition.factors, ...definition.stages].map(({ id, title }) => [id, title]))
  return results.map((result, index) => {
    const ids = stageInputs(result.stage)
    const inputs = ids
      .map((id, at) => ({ id, label: labels.get(id) ?? text(id, id), value: result.inputs[at] ?? 0 }))
      .filter((input, at) => ids.indexOf(input.id) === at)
    const title = index === results.length - 1 ? definition.levels.find(({ value }) => value === result.level)?.title : undefined
    return {
      id: result.stage.id,
      label: result.stage.title,
      inputs,
      rule: ruleText(result, labels),
      output: { value: displayValue(result), level: result.level, ...(title && { title }) },
    }
  })
}

function ruleText(result: StageResult, labels: ReadonlyMap<string, Text>): Text {
  const names = stageInputs(result.stage).map((id) => labels.get(id) ?? text(id, id))
  const say = (language: keyof Text) => names.map((name) => name[language])
  const bands = bandsText(result)
  if (result.stage.kind === 'table') {
    const [row, column] = result.inputs
    const [rows, columns] = [say('en'), say('zh-CN')]
    return text(
      `Table: row “${rows[0]}” ${row}, column “${rows[1]}” ${column}, gives ${result.value}${bands.en}`,
      `查表：行“${columns[0]}”为 ${row}，列“${columns[1]}”为 ${column}，得 ${result.value}${bands['zh-CN']}`,
    )
  }
  const sum = `√(${result.inputs.join(' × ')}) = √${result.value}`
  const shown = displayValue(result)
  const equals = shown * shown === result.value ? `= ${shown}` : `≈ ${shown}`
  return text(
    `Formula: √(${say('en').join(' × ')}) = ${sum} ${equals}${bands.en}`,
    `公式：√(${say('zh-CN').join(' × ')}) = ${sum} ${equals}${bands['zh-CN']}`,
  )
}

function bandsText({ stage, value, level }: StageResult): Text {
  if (stage.bands === undefined) return text('', '')
  const edges = stage.bands.join(', ')
  const compared = comparison(stage, value)
  return text(
    `; bands up to ${edges}${compared.en}: level ${level}`,
    `；分档上限 ${stage.bands.join('、')}${compared['zh-CN']}：等级 ${level}`,
  )
}

function comparison(stage: Stage, value: number): Text {
  if (stage.kind === 'table' || stage.bands === undefined) return text('', '')
  const squares = stage.bands.map((edge) => edge * edge)
  return text(` (whole numbers: ${value} against ${squares.join(', ')})`, `（整数比较：${value} 与 ${squares.join('、')}）`)
}
