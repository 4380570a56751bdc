import { evaluate } from './evaluate.ts'
import type { ScoreInput } from './input.ts'
import { readInput } from './input.ts'
import { resolveMethod } from './score.ts'
import type { Assessment } from './score.ts'
import type { MethodDefinition } from './schema.ts'
import { ScoreError } from './score-error.ts'
import type { Step } from './steps.ts'
import { explain } from './steps.ts'
import { printable, text } from './text.ts'

/** What one control is expected to take off: whole steps, 0–20; null when its effect is not assessed. */
export interface Reduction {
  /** Reference of the control, as to be shown. */
  control: string
  /** `likelihood` or `impact`; for a method without these axes, one of its factors. */
  target: string
  steps: number | null
}

/** Levels left after the reductions, with one step a control. */
export type Residual<T extends string = string> =
  | { assessed: true; levels: Record<T, number>; steps: Step[] }
  | { assessed: false; missing: string[] }

/**
 * Expected residual levels: each control takes whole steps off its target, one after the other, never below `floor`.
 * The rule is Heng's: no standard says what a control is worth, so steps are agreed by people and shown one by one.
 * An unknown current level or effect gives "not assessed"; an unknown target is refused.
 */
export function residual<T extends string>(
  current: Readonly<Record<T, number | null>>,
  reductions: readonly Reduction[],
  floor = 1,
): Residual<T> | ScoreError {
  const targets = Object.keys(current) as T[]
  const wrongLevel = targets.find((target) => current[target] !== null && !(Number.isInteger(current[target]) && current[target] >= floor))
  if (wrongLevel !== undefined) return badLevel(wrongLevel, floor)
  const refused = checkReductions(reductions, targets)
  if (refused) return refused
  const missing = [...targets.filter((target) => current[target] === null), ...unknownEffects(reductions)]
  if (missing.length > 0) return { assessed: false, missing }
  const levels = { ...current } as Record<T, number>
  const steps: Step[] = []
  for (const target of targets) {
    const lowered = lower(
      target,
      levels[target],
      reductions.filter((reduction) => reduction.target === target),
      floor,
    )
    levels[target] = lowered.at(-1)?.output.value ?? levels[target]
    steps.push(...lowered)
  }
  return { assessed: true, levels, steps }
}

/**
 * The risk a method gives once the reductions act: on likelihood and impact where the method has these axes, on its
 * factors where not. Likelihood and impact worked out by earlier stages are lowered before the later ones use them.
 */
export function scoreResidual(
  methodId: string,
  input: ScoreInput,
  reductions: readonly Reduction[],
  definition?: unknown,
): Assessment | ScoreError {
  const method = resolveMethod(methodId, definition)
  if (method instanceof ScoreError) return method
  const read = readInput(method, input)
  if (read instanceof ScoreError) return read
  const { id, version, axes } = method
  const refused = checkReductions(reductions, axes ? Object.keys(axes) : method.factors.map((factor) => factor.id))
  if (refused) return refused
  const missing = [...read.missing, ...unknownEffects(reductions)]
  if (missing.length > 0) return { assessed: false, missing, method: id, version }

  const floors = new Map(method.factors.map((factor) => [factor.id, factor.min]))
  const lowered = new Map<string, Step[]>()
  const results = evaluate(method, read.values, (target, level) => {
    const steps = lower(
      target,
      level,
      reductions.filter((reduction) => place(method, reduction) === target),
      floors.get(target) ?? 1,
    )
    lowered.set(target, steps)
    return steps.at(-1)?.output.value ?? level
  })
  const told = explain(method, results)
  const steps = [...floors.keys(), ...told].flatMap((item) =>
    typeof item === 'string' ? (lowered.get(item) ?? []) : [item, ...(lowered.get(item.id) ?? [])],
  )
  const outcome = told.at(-1)?.output
  if (!outcome || outcome.level === null) throw new TypeError(`${id} gives no outcome: validate the definition first`)
  return { assessed: true, level: outcome.level, value: outcome.value, method: id, version, steps }
}

function lower(target: string, from: number, reductions: readonly Reduction[], floor: number): Step[] {
  let level = from
  return reductions.map(({ control, steps }) => {
    const before = level
    const taken = steps ?? 0
    level = Math.max(floor, before - taken)
    return {
      id: `${target}-reduction`,
      label: text(`Reduction by ${control}`, `${control} 的降低作用`),
      inputs: [{ id: target, label: text(target, target), value: before }],
      rule: text(
        `${before} − ${taken}, not below ${floor}, gives ${level} (Heng’s rule)`,
        `${before} − ${taken}，不低于 ${floor}，得 ${level}（衡的规则）`,
      ),
      output: { value: level, level },
    }
  })
}

function place({ axes }: MethodDefinition, { target }: Reduction): string {
  if (!axes) return target
  return target === 'likelihood' ? axes.likelihood : axes.impact
}

function unknownEffects(reductions: readonly Reduction[]): string[] {
  return reductions.filter(({ steps }) => steps === null).map(({ control }) => control)
}

function checkReductions(reductions: readonly Reduction[], targets: readonly string[]): ScoreError | undefined {
  for (const [index, { target, steps }] of reductions.entries()) {
    if (!targets.includes(target)) {
      const list = targets.join(', ')
      return new ScoreError(
        'unknown-factor',
        `reductions.${index}.target`,
        targets,
        text(`“${printable(target)}” cannot be reduced. Allowed: ${list}.`, `“${printable(target)}” 不可降低。可用：${list}。`),
      )
    }
    if (steps !== null && !(Number.isInteger(steps) && steps >= 0 && steps <= 20)) {
      return new ScoreError(
        'value-out-of-scale',
        `reductions.${index}.steps`,
        ['0–20', 'null'],
        text(
          'A control takes off whole steps, 0 to 20, or null if not assessed.',
          '每项控制降低的级数为 0 至 20 的整数；未评估时为 null。',
        ),
      )
    }
  }
  return undefined
}

function badLevel(target: string, floor: number): ScoreError {
  return new ScoreError(
    'value-out-of-scale',
    target,
    [`≥ ${floor}`, 'null'],
    text(`${target} is a whole number from ${floor}, or null if not assessed.`, `${target} 须为不小于 ${floor} 的整数；未评估时为 null。`),
  )
}
