import { compile } from './compile.ts'
import { lintCells } from './lint-cells.ts'
import { effects } from './lint-effects.ts'
import type { LintFinding } from './lint-finding.ts'
import type { MethodDefinition } from './schema.ts'
import { text } from './text.ts'

/**
 * Looks for what makes a matrix misleading (Cox 2008, "What's wrong with risk matrices?": a matrix should at least
 * never rank the worse case lower). Takes a valid definition; O(grid × factors + cells). Symmetry is not asked for.
 */
export function lintDefinition(definition: MethodDefinition): LintFinding[] {
  const method = compile(definition)
  const unreachable = definition.levels
    .filter(({ value }) => !method.table.includes(value))
    .map(({ value, title }): LintFinding => ({
      code: 'unreachable-level',
      severity: 'warning',
      where: String(value),
      count: 1,
      message: text(`No input reaches level ${value} (${title.en})`, `没有输入能达到等级 ${value}（${title['zh-CN']}）`),
    }))
  return [...effects(method), ...lintCells(definition), ...unreachable]
}
