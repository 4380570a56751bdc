import type { CompiledAxis, CompiledMethod } from './compile.ts'
import { valuesAt } from './compile.ts'
import type { LintFinding } from './lint-finding.ts'
import { text } from './text.ts'

/** What one more step of each factor does to the outcome, over the whole grid. */
export function effects(method: CompiledMethod): LintFinding[] {
  return method.axes.flatMap((axis) => effectOf(method, axis))
}

function effectOf({ table, axes }: CompiledMethod, axis: CompiledAxis): LintFinding[] {
  const { factor, stride } = axis
  const falls: number[] = []
  const jumps: number[] = []
  let changes = 0
  for (let index = 0; index < table.length; index++) {
    const value = valueOn(axis, index)
    // The step from "absent" to the lowest value compares two different outcomes, not two values of the factor.
    if (value < factor.min || value === factor.max) continue
    const change = levelAt(table, index + stride) - levelAt(table, index)
    if (change !== 0) changes++
    if (change < 0) falls.push(index)
    if (change > 1) jumps.push(index)
  }
  const example = (index: number) => {
    const rest = [...valuesAt(axes, index)].filter(([id]) => id !== factor.id).map(([id, value]) => `${id}=${value}`)
    const step = `${factor.id} ${valueOn(axis, index)} → ${valueOn(axis, index) + 1}`
    const levels = `${levelAt(table, index)} → ${levelAt(table, index + stride)}`
    return { at: [step, ...rest].join(', '), levels }
  }
  const findings: LintFinding[] = []
  if (falls[0] !== undefined) {
    const { at, levels } = example(falls[0])
    findings.push({
      code: 'level-falls',
      severity: 'error',
      where: factor.id,
      count: falls.length,
      message: text(
        `The outcome falls as ${factor.id} rises: ${at} gives ${levels}`,
        `${factor.id} 升高时结果反而降低：${at}，等级 ${levels}`,
      ),
    })
  }
  if (jumps[0] !== undefined) {
    const { at, levels } = example(jumps[0])
    findings.push({
      code: 'level-jump',
      severity: 'info',
      where: factor.id,
      count: jumps.length,
      message: text(
        `One step of ${factor.id} moves the outcome by two levels or more: ${at} gives ${levels}`,
        `${factor.id} 变化一级，结果变化两级以上：${at}，等级 ${levels}`,
      ),
    })
  }
  if (changes === 0) {
    findings.push({
      code: 'no-effect',
      severity: 'warning',
      where: factor.id,
      count: 1,
      message: text(`${factor.id} never changes the outcome`, `${factor.id} 对结果没有任何影响`),
    })
  }
  return findings
}

function valueOn({ first, size, stride }: CompiledAxis, index: number): number {
  return first + (Math.floor(index / stride) % size)
}

function levelAt(table: Uint8Array, index: number): number {
  return table[index] ?? 0
}
