import { ScoreError } from './score-error.ts'
import type { Step } from './steps.ts'
import type { Text } from './text.ts'
import { printable, text } from './text.ts'

/** How confidentiality, integrity and availability become one value. GB/T 20984-2022 leaves the choice to the assessor. */
export type AssetValueFunction = 'max' | 'weighted' | 'log2-mean'

/** Values 1–5 by property; null means not assessed. */
export interface SecurityProperties {
  c: number | null
  i: number | null
  a: number | null
}

/** Whole weights 0–1000, not all zero. */
export interface PropertyWeights {
  c: number
  i: number
  a: number
}

/** A value to be stored together with the function and version that gave it. */
export interface AssetValue {
  assessed: true
  value: number
  function: string
  version: string
  weights?: PropertyWeights
  steps: Step[]
}

/** No value, because these are unknown. */
export interface AssetValueMissing {
  assessed: false
  missing: string[]
  function: string
  version: string
}

/** Ids, versions and names of the combining functions. A changed rule gets a new version. */
export const assetValueFunctions: Readonly<Record<AssetValueFunction, { version: string; title: Text }>> = {
  max: { version: '1.0.0', title: text('Highest of C, I and A', '取保密性、完整性、可用性的最高值') },
  weighted: {
    version: '1.0.0',
    title: text('Weighted mean of C, I and A, halves rounded up', '按权重平均，四舍五入（0.5 进位）'),
  },
  'log2-mean': {
    version: '1.0.0',
    title: text('log₂ of the mean of 2^C, 2^I and 2^A, halves rounded up', 'log₂((2^C+2^I+2^A)/3)，四舍五入'),
  },
}

const properties = ['c', 'i', 'a'] as const
const labels = { c: text('Confidentiality', '保密性'), i: text('Integrity', '完整性'), a: text('Availability', '可用性') }

/**
 * One asset value 1–5 from C, I and A. Weighted needs weights; the others refuse them. Whole numbers throughout, so
 * that a value at the edge between two levels does not hang on a float. Any null gives "not assessed".
 */
export function assetValue(
  fn: AssetValueFunction,
  values: SecurityProperties,
  weights?: PropertyWeights,
): AssetValue | AssetValueMissing | ScoreError {
  if (!Object.hasOwn(assetValueFunctions, fn)) return unknownFunction(fn)
  const refused = checkWeights(fn, weights) ?? checkScale(values, properties)
  if (refused) return refused
  const { version, title } = assetValueFunctions[fn]
  const missing = properties.filter((property) => values[property] === null)
  const { c, i, a } = values
  if (c === null || i === null || a === null) return { assessed: false, missing, function: fn, version }
  const { value, rule } = combine(fn, { c, i, a }, weights)
  const inputs = properties.map((id) => ({ id, label: labels[id], value: { c, i, a }[id] }))
  const steps = [{ id: fn, label: title, inputs, rule, output: { value, level: value } }]
  return { assessed: true, value, function: fn, version, ...(weights && { weights }), steps }
}

/** Refuses the first value that is neither null nor a whole number 1–5. */
export function checkScale<K extends string>(values: Readonly<Record<K, number | null>>, keys: readonly K[]): ScoreError | undefined {
  const wrong = keys.find((key) => values[key] !== null && !(Number.isInteger(values[key]) && values[key] >= 1 && values[key] <= 5))
  if (wrong === undefined) return undefined
  const shown = printable(String(values[wrong]))
  return new ScoreError(
    'value-out-of-scale',
    wrong,
    ['1', '2', '3', '4', '5', 'null'],
    text(
      `${wrong}: ${shown} is not on the scale. Allowed: whole numbers 1 to 5, or null if not assessed.`,
      `${wrong}：${shown} 不在赋值范围内。可取：整数 1 至 5；未评估时为 null。`,
    ),
  )
}

function combine(
  fn: AssetValueFunction,
  { c, i, a }: PropertyWeights,
  weights: PropertyWeights | undefined,
): { value: number; rule: Text } {
  if (fn === 'weighted' && weights) {
    const sum = weights.c * c + weights.i * i + weights.a * a
    const total = weights.c + weights.i + weights.a
    const value = Math.floor((2 * sum + total) / (2 * total))
    const shown = `(${weights.c}·${c} + ${weights.i}·${i} + ${weights.a}·${a}) / ${total} = ${sum}/${total}`
    return { value, rule: text(`${shown}, rounded to ${value}`, `${shown}，四舍五入得 ${value}`) }
  }
  if (fn === 'log2-mean') {
    const sum = 2 ** c + 2 ** i + 2 ** a
    const value = roundedLog2Mean(sum)
    const shown = `log₂((2^${c} + 2^${i} + 2^${a}) / 3) = log₂(${sum}/3)`
    return { value, rule: text(`${shown}, rounded to ${value}`, `${shown}，四舍五入得 ${value}`) }
  }
  const value = Math.max(c, i, a)
  return { value, rule: text(`max(${c}, ${i}, ${a}) = ${value}`, `最高值 max(${c}, ${i}, ${a}) = ${value}`) }
}

// log₂(sum/3) ≥ k − ½ exactly when 2·sum² ≥ 9·4^k; both sides are whole numbers and never equal.
function roundedLog2Mean(sum: number): number {
  let value = 1
  while (2 * sum * sum >= 9 * 4 ** (value + 1)) value++
  return value
}

function checkWeights(fn: AssetValueFunction, weights: PropertyWeights | undefined): ScoreError | undefined {
  if (fn !== 'weighted') {
    if (weights === undefined) return undefined
    return new ScoreError('invalid-input', 'weights', [], text(`The function ${fn} takes no weights.`, `函数 ${fn} 不使用权重。`))
  }
  const whole =
    weights !== undefined && properties.every((key) => Number.isInteger(weights[key]) && weights[key] >= 0 && weights[key] <= 1000)
  if (whole && weights.c + weights.i + weights.a > 0) return undefined
  return new ScoreError(
    'invalid-input',
    'weights',
    ['0–1000'],
    text('Give weights c, i and a: whole numbers 0 to 1000, not all zero.', '请给出权重 c、i、a：0 至 1000 的整数，不可全为 0。'),
  )
}

function unknownFunction(fn: string): ScoreError {
  const allowed = Object.keys(assetValueFunctions)
  return new ScoreError(
    'invalid-input',
    'function',
    allowed,
    text(
      `Unknown function “${printable(fn)}”. Allowed: ${allowed.join(', ')}.`,
      `未知函数 “${printable(fn)}”。可用：${allowed.join('、')}。`,
    ),
  )
}
