import type { CompiledAxis, CompiledMethod } from './compile.ts'
import { valuesAt } from './compile.ts'
import type { LintFinding } from './lint-finding.ts'
import { say } from './lint-words.ts'
import type { Text } from './text.ts'

/** What one more step of each factor does to the outcome, over the whole grid. */
export function effects(method: CompiledMethod): LintFinding[] {
  return method.axes.flatMap((axis) => effectOf(method, axis))
}

function effectOf(method: CompiledMethod, axis: CompiledAxis): LintFinding[] {
  const { definition, table } = method
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
  const findings: LintFinding[] = []
  if (falls[0] !== undefined) {
    const message = step(method, axis, falls[0], { en: 'falls', 'zh-CN': '反而降低' })
    findings.push({ code: 'level-falls', severity: 'error', where: factor.id, count: falls.length, message })
  }
  if (jumps[0] !== undefined) {
    const message = step(method, axis, jumps[0], { en: 'jumps', 'zh-CN': '一次变化两级以上' })
    findings.push({ code: 'level-jump', severity: 'info', where: factor.id, count: jumps.length, message })
  }
  if (changes === 0) {
    const message = say(definition, ({ title }) => `${title(factor.id)} never changes the level`, ({ title }) => `${title(factor.id)}对等级没有任何影响`)
    findings.push({ code: 'no-effect', severity: 'warning', where: factor.id, count: 1, message })
  }
  return findings
}

/** One step of a factor as an example: what moved, what the level did, and where all other factors stood. */
function step({ definition, table, axes }: CompiledMethod, axis: CompiledAxis, index: number, does: Text): Text {
  const { id } = axis.factor
  const from = valueOn(axis, index)
  const [before, after] = [levelAt(table, index), levelAt(table, index + axis.stride)]
  const rest = [...valuesAt(axes, index)].filter(([other]) => other !== id)
  return say(
    definition,
    ({ title, value, level }) =>
      `As ${title(id)} rises from ${value(id, from)} to ${value(id, from + 1)}, the level ${does.en}: from ${level(before)} to ${level(after)}` +
      list(', with ', ', ', rest.map(([other, at]) => `${title(other)} at ${value(other, at)}`)),
    ({ title, value, level }) =>
      `${title(id)}由${value(id, from)}升至${value(id, from + 1)}，等级${does['zh-CN']}：由${level(before)}变为${level(after)}` +
      list('；此时', '，', rest.map(([other, at]) => `${title(other)}为${value(other, at)}`)),
  )
}

function list(before: string, between: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : before + parts.join(between)
}

function valueOn({ first, size, stride }: CompiledAxis, index: number): number {
  return first + (Math.floor(index / stride) % size)
}

function levelAt(table: Uint8Array, index: number): number {
  return table[index] ?? 0
}
