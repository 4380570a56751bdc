import { z } from 'zod'
import { stageInputs } from './evaluate.ts'
import type { MethodDefinition, ScaleLevel } from './schema.ts'
import { definitionSchema } from './schema.ts'
import type { Report } from './validate-stages.ts'
import { checkStages } from './validate-stages.ts'
import type { Text } from './text.ts'
import { printable, text } from './text.ts'

/** One thing wrong with a definition: where (as `stages.0.cells`) and what. */
export interface DefinitionProblem {
  path: string
  message: Text
}

export type DefinitionCheck = { ok: true; definition: MethodDefinition } | { ok: false; problems: DefinitionProblem[] }

/** The most combinations of factor values a definition may have; bounds the memory of a compiled method (bytes). */
export const maxGrid = 200_000

const maxProblems = 50
const maxParts = 10_000
const tooLarge: DefinitionProblem = {
  path: '',
  message: text(`More than ${maxParts} values: too large for a definition`, `超过 ${maxParts} 个值，作为方法定义过大`),
}

/**
 * Checks a foreign value as a method definition: its shape, then that ids are unique, references point backwards,
 * tables are as large as the scales they are read by, bands cover every value, and every outcome has a name.
 * O(cells). At most 50 problems are listed. A valid definition scores any input on its scales.
 */
export function validateDefinition(value: unknown): DefinitionCheck {
  if (!isSmall(value)) return { ok: false, problems: [tooLarge] }
  const parsed = definitionSchema.safeParse(value, { error: z.locales.en().localeError })
  if (parsed.success) {
    const problems = semanticProblems(parsed.data)
    return problems.length === 0 ? { ok: true, definition: parsed.data } : { ok: false, problems: problems.slice(0, maxProblems) }
  }
  const chinese = definitionSchema.safeParse(value, { error: z.locales.zhCN().localeError }).error?.issues ?? []
  const problems = parsed.error.issues.slice(0, maxProblems).map(({ path, message }, index) => ({
    path: printable(path.map(String).join('.')),
    message: text(printable(message), printable(chinese[index]?.message ?? message)),
  }))
  return { ok: false, problems }
}

/** Counts values no further than the limit, so that neither size, depth nor a cycle reaches the schema. */
function isSmall(value: unknown): boolean {
  const open = [value]
  for (let seen = 1; open.length > 0;) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    if (Array.isArray(next) && next.length > maxParts) return false
    for (const key in next) {
      if (++seen > maxParts) return false
      open.push((next as Record<string, unknown>)[key])
    }
  }
  return true
}

function semanticProblems(definition: MethodDefinition): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const report = (path: string, en: string, zh: string) => problems.push({ path, message: text(en, zh) })
  checkFactors(definition, report)
  checkScale(definition.levels, 1, definition.levels.length, 'levels', report)
  checkStages(definition, report)
  return problems
}

function checkFactors({ factors, stages }: MethodDefinition, report: Report): void {
  const used = new Set(stages.flatMap(stageInputs))
  let grid = 1
  factors.forEach(({ id, min, max, optional, levels }, index) => {
    const path = `factors.${index}`
    if (max <= min) report(`${path}.max`, `max must be above min (${min})`, `max 必须大于 min（${min}）`)
    else if (levels) checkScale(levels, min, max, `${path}.levels`, report)
    if (!used.has(id)) report(path, `No stage uses the factor ${id}`, `没有步骤使用要素 ${id}`)
    grid *= max - min + (optional ? 2 : 1)
  })
  if (grid > maxGrid)
    report('factors', `The factors combine to ${grid} inputs; at most ${maxGrid}`, `要素组合共 ${grid} 种，最多 ${maxGrid} 种`)
}

function checkScale(levels: readonly ScaleLevel[], min: number, max: number, path: string, report: Report): void {
  const inOrder = levels.length === max - min + 1 && levels.every(({ value }, step) => value === min + step)
  if (!inOrder) report(path, `Name every value from ${min} to ${max} once, in order`, `须按顺序为 ${min} 至 ${max} 的每个值各命名一次`)
  if (new Set(levels.map(({ id }) => id.toLowerCase())).size < levels.length) report(path, 'Level ids must differ', '等级 id 不得重复')
}
