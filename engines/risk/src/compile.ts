import { evaluate } from './evaluate.ts'
import type { Factor, MethodDefinition } from './schema.ts'

/** Stands in a result of `scoreMany` for "not assessed"; outcome levels start at 1. */
export const NOT_ASSESSED = 0

/** Factor values by id, whole numbers only; `null`, or absent where not optional, means not assessed. */
export type CompiledInput = Readonly<Record<string, number | null | undefined>>

/** A method as one lookup table over every combination of its factors. */
export interface CompiledMethod {
  definition: MethodDefinition
  /** The outcome level, or null if a factor is not assessed. O(factors). Throws RangeError off the scale. */
  levelOf(input: CompiledInput): number | null
  /** One level a row, {@link NOT_ASSESSED} where a factor is missing. O(rows × factors). Throws RangeError naming the row. */
  scoreMany(inputs: readonly CompiledInput[]): Uint8Array
  /** Every combination, factors in order and the last one changing fastest; an optional factor starts with "absent". */
  table: Uint8Array
  /** Factors in order with the distance in `table` between neighbouring values. */
  axes: readonly CompiledAxis[]
}

/** `first` is the value in slot 0, or one below the scale where slot 0 means that an optional factor is absent. */
export interface CompiledAxis {
  factor: Factor
  first: number
  size: number
  stride: number
}

/** Compiles a valid definition: O(grid × stages) once, at most 200,000 bytes, 125 for three five-point factors. */
export function compile(definition: MethodDefinition): CompiledMethod {
  const axes = layOut(definition.factors)
  const table = Uint8Array.from({ length: axes.reduce((size, axis) => size * axis.size, 1) }, (_, index) =>
    outcomeAt(definition, axes, index),
  )
  const lookUp = (input: CompiledInput, row?: number): number => {
    let index = 0
    for (const axis of axes) {
      const slot = slotOf(axis, input[axis.factor.id], row)
      if (slot < 0) return NOT_ASSESSED
      index += slot * axis.stride
    }
    return table[index] ?? NOT_ASSESSED
  }
  return {
    definition,
    table,
    axes,
    levelOf: (input) => lookUp(input) || null,
    scoreMany: (inputs) => {
      const levels = new Uint8Array(inputs.length)
      for (let row = 0; row < inputs.length; row++) levels[row] = lookUp(inputs[row] ?? {}, row)
      return levels
    },
  }
}

/** The values of the factors at one place of the table; absent optional factors are left out. */
export function valuesAt(axes: readonly CompiledAxis[], index: number): Map<string, number> {
  const values = new Map<string, number>()
  for (const { factor, first, size, stride } of axes) {
    const value = first + (Math.floor(index / stride) % size)
    if (value >= factor.min) values.set(factor.id, value)
  }
  return values
}

function layOut(factors: readonly Factor[]): CompiledAxis[] {
  let stride = 1
  return factors
    .toReversed()
    .map((factor) => {
      const first = factor.optional ? factor.min - 1 : factor.min
      const axis = { factor, first, size: factor.max - first + 1, stride }
      stride *= axis.size
      return axis
    })
    .toReversed()
}

function slotOf({ factor, first }: CompiledAxis, value: number | null | undefined, row: number | undefined): number {
  if (value === null) return -1
  if (value === undefined) return factor.optional ? 0 : -1
  if (Number.isInteger(value) && value >= factor.min && value <= factor.max) return value - first
  const place = row === undefined ? '' : ` in row ${row}`
  throw new RangeError(`${factor.id}${place}: ${String(value)} is not a whole number from ${factor.min} to ${factor.max}`)
}

function outcomeAt(definition: MethodDefinition, axes: readonly CompiledAxis[], index: number): number {
  return evaluate(definition, valuesAt(axes, index)).at(-1)?.level ?? NOT_ASSESSED
}
