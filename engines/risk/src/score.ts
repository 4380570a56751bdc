import { displayValue, evaluate } from './evaluate.ts'
import type { ScoreInput } from './input.ts'
import { missingFactor, readInput } from './input.ts'
import { builtInMethods, customMethodId, findMethod, methodIds } from './methods/registry.ts'
import type { MethodDefinition } from './schema.ts'
import { ScoreError } from './score-error.ts'
import type { Step } from './steps.ts'
import { explain } from './steps.ts'
import { printable, text } from './text.ts'
import { validateDefinition } from './validate.ts'

/** A graded risk: the outcome level from 1, the value it was read from, and how it came about. */
export interface ScoreResult {
  level: number
  /** The cell of the last table, or the root rounded to two decimals. For display: the level never depends on it. */
  value: number
  method: string
  version: string
  /** In order of calculation; the last one is the outcome. */
  steps: Step[]
}

/** For a register: graded, or not assessed because the named factors are unknown. */
export type Assessment = ({ assessed: true } & ScoreResult) | { assessed: false; missing: string[]; method: string; version: string }

/**
 * The definition to use: a built-in one by `id` or `id@version`, or the one given, which must carry the id asked for
 * (any id for `custom-matrix`). A given definition is validated each time: keep the returned one for many scores.
 */
export function resolveMethod(methodId: string, definition?: unknown): MethodDefinition | ScoreError {
  if (definition === undefined) return findMethod(methodId) ?? unknownMethod(methodId)
  const check = validateDefinition(definition)
  if (!check.ok) {
    const [first] = check.problems
    const more = check.problems.length - 1
    const place = first?.path ? `${first.path}: ` : ''
    return new ScoreError(
      'invalid-definition',
      first?.path || 'definition',
      [],
      text(
        `The method definition is not valid. ${place}${first?.message.en}${more > 0 ? ` (and ${more} more)` : ''}`,
        `方法定义无效。${place}${first?.message['zh-CN']}${more > 0 ? `（另有 ${more} 处）` : ''}`,
      ),
    )
  }
  const { id, version } = check.definition
  if ([customMethodId, id, `${id}@${version}`].includes(methodId)) return check.definition
  return new ScoreError(
    'definition-mismatch',
    'method',
    [id, `${id}@${version}`, customMethodId],
    text(
      `The definition given is ${id}@${version}, not “${printable(methodId)}”. Allowed: ${id} or ${customMethodId}.`,
      `给出的定义是 ${id}@${version}，不是 “${printable(methodId)}”。可用：${id} 或 ${customMethodId}。`,
    ),
  )
}

/**
 * Scores one input; an unknown method, a value off its scale, an unknown or missing factor is refused with what is
 * allowed. Never throws on foreign input.
 */
export function score(methodId: string, input: unknown, definition?: unknown): ScoreResult | ScoreError {
  const method = resolveMethod(methodId, definition)
  return method instanceof ScoreError ? method : scoreWith(method, input)
}

/** As {@link score}, with a definition already validated. */
export function scoreWith(definition: MethodDefinition, input: unknown): ScoreResult | ScoreError {
  const read = readInput(definition, input)
  if (read instanceof ScoreError) return read
  return read.missing.length > 0 ? missingFactor(definition, read.missing) : outcome(definition, read.values)
}

/**
 * Scores for a register, where a factor may not be known yet: the result is then "not assessed" and names the
 * factors, since reading unknown as a low value would hide the risk. Wrong values are refused as in {@link score}.
 */
export function assess(methodId: string, input: ScoreInput, definition?: unknown): Assessment | ScoreError {
  const method = resolveMethod(methodId, definition)
  if (method instanceof ScoreError) return method
  const read = readInput(method, input)
  if (read instanceof ScoreError) return read
  const { id, version } = method
  if (read.missing.length > 0) return { assessed: false, missing: read.missing, method: id, version }
  return { assessed: true, ...outcome(method, read.values) }
}

function outcome(definition: MethodDefinition, values: ReadonlyMap<string, number>): ScoreResult {
  const results = evaluate(definition, values)
  const last = results.at(-1)
  if (!last || last.level === null) throw new TypeError(`${definition.id} gives no outcome: validate the definition first`)
  return {
    level: last.level,
    value: displayValue(last),
    method: definition.id,
    version: definition.version,
    steps: explain(definition, results),
  }
}

function unknownMethod(methodId: string): ScoreError {
  if (methodId === customMethodId) {
    return new ScoreError(
      'definition-required',
      'definition',
      [],
      text(`${customMethodId} needs a method definition, given as data (JSON).`, `${customMethodId} 需要给出方法定义（JSON 数据）。`),
    )
  }
  const versions = builtInMethods.map(({ id, version }) => `${id}@${version}`)
  const list = methodIds.join(', ')
  return new ScoreError(
    'unknown-method',
    'method',
    [...methodIds, ...versions],
    text(
      `Unknown method “${printable(methodId)}”. Allowed: ${list}; a version may follow, as in ${versions[0]}.`,
      `未知方法 “${printable(methodId)}”。可用：${list}；可附版本，如 ${versions[0]}。`,
    ),
  )
}
