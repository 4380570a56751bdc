import type { Factor, MethodDefinition } from './schema.ts'
import { ScoreError } from './score-error.ts'
import { printable, text } from './text.ts'

/**
 * Factor values by factor id: a whole number on the factor's scale or the id of one of its levels ("VH"). `null`
 * means "not assessed"; leaving an optional factor out means that it plays no part.
 */
export type ScoreInput = Readonly<Record<string, number | string | null | undefined>>

/** Input read against a definition: the values on their scales, and which factors are not assessed. */
export interface ReadInput {
  values: Map<string, number>
  missing: string[]
}

/**
 * Reads foreign input, own properties only. Anything that is not a factor of the method, and any value off its
 * scale, is refused; absent values are listed, never replaced.
 */
export function readInput(definition: MethodDefinition, input: unknown): ReadInput | ScoreError {
  const known = definition.factors.map(({ id }) => id)
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return new ScoreError(
      'invalid-input',
      null,
      known,
      text(
        `Give the factors as an object, for example ${exampleInput(definition)}.`,
        `请以对象形式给出各要素，例如 ${exampleInput(definition)}。`,
      ),
    )
  }
  const given = new Map<string, unknown>(Object.entries(input))
  for (const id of given.keys()) {
    if (!known.includes(id)) return unknownFactor(definition, id)
  }
  const values = new Map<string, number>()
  const missing: string[] = []
  for (const factor of definition.factors) {
    const raw = given.get(factor.id)
    if (raw === null || (raw === undefined && !factor.optional)) missing.push(factor.id)
    if (raw === null || raw === undefined) continue
    const value = onScale(factor, raw)
    if (value === undefined) return offScale(factor, raw)
    values.set(factor.id, value)
  }
  return { values, missing }
}

/** The refusal for factors that were not given. */
export function missingFactor(definition: MethodDefinition, missing: readonly string[]): ScoreError {
  const first = definition.factors.find(({ id }) => id === missing[0])
  const names = missing.join(', ')
  const scale = first ? scaleText(first) : text('', '')
  return new ScoreError(
    'missing-factor',
    missing[0] ?? null,
    first ? allowedValues(first) : [],
    text(`Missing: ${names}. Allowed for ${missing[0]}: ${scale.en}.`, `缺少：${names}。${missing[0]} 可取：${scale['zh-CN']}。`),
  )
}

/** The values a factor takes, as typed: its numbers, then the ids of its levels. */
export function allowedValues({ min, max, levels }: Factor): string[] {
  const numbers = Array.from({ length: max - min + 1 }, (_, step) => String(min + step))
  return [...numbers, ...(levels ?? []).map(({ id }) => id)]
}

function onScale({ min, max, levels }: Factor, raw: unknown): number | undefined {
  if (typeof raw === 'number') return Number.isInteger(raw) && raw >= min && raw <= max ? raw : undefined
  if (typeof raw !== 'string') return undefined
  return levels?.find(({ id }) => id.toLowerCase() === raw.toLowerCase())?.value
}

function offScale(factor: Factor, raw: unknown): ScoreError {
  const shown = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? `“${printable(raw)}”` : typeof raw
  const scale = scaleText(factor)
  return new ScoreError(
    'value-out-of-scale',
    factor.id,
    allowedValues(factor),
    text(
      `${factor.id}: ${shown} is not on the scale. Allowed: ${scale.en}.`,
      `${factor.id}：${shown} 不在赋值范围内。可取：${scale['zh-CN']}。`,
    ),
  )
}

function unknownFactor({ id, factors }: MethodDefinition, found: string): ScoreError {
  const allowed = factors.map((factor) => (factor.optional ? `${factor.id}?` : factor.id)).join(', ')
  return new ScoreError(
    'unknown-factor',
    printable(found),
    factors.map((factor) => factor.id),
    text(
      `“${printable(found)}” is not a factor of ${id}. Allowed: ${allowed}.`,
      `“${printable(found)}” 不是 ${id} 的要素。可用：${allowed}。`,
    ),
  )
}

function scaleText({ min, max, levels }: Factor) {
  const ids = (levels ?? []).map(({ id }) => id)
  return text(
    `whole numbers ${min} to ${max}${ids.length > 0 ? ` or ${ids.join(', ')}` : ''}`,
    `整数 ${min} 至 ${max}${ids.length > 0 ? `，或 ${ids.join('、')}` : ''}`,
  )
}

/** The smallest complete input as JSON, to show what is meant. */
export function exampleInput({ factors }: MethodDefinition): string {
  return JSON.stringify(Object.fromEntries(factors.filter(({ optional }) => !optional).map(({ id, min }) => [id, min])))
}
