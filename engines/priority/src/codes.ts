import { FactError, fieldOf, type Facts, type Field, type FieldId, type Value } from './facts.ts'
import type { Clause, Condition, Policy } from './policy.ts'
import { treeFields, treeOf } from './policyTrees.ts'

/** An input cut into the few steps that a policy tells apart: code 0 for "not assessed", then 1, 2, … mildest first. */
export interface Scale {
  readonly field: Field
  /** How many codes there are, 0 included. */
  readonly codes: number
  /** Throws `FactError`. */
  readonly codeOf: (facts: Facts) => number
  /** Which codes a condition holds for. */
  readonly holds: (condition: Condition) => readonly boolean[]
}

type Range = { readonly atLeast?: Value; readonly atMost?: Value; readonly below?: number }
const isRange = (condition: Condition): condition is Range => typeof condition === 'object' && !Array.isArray(condition)

const ofValues = (field: Field, values: readonly Value[]): Scale => {
  const codes = new Map<unknown, number>(values.map((v, i): [Value, number] => [v, i + 1])).set(null, 0).set(undefined, 0)
  return {
    field, codes: values.length + 1,
    codeOf: (facts) => {
      const value = field.read(facts)
      const code = codes.get(value)
      if (code === undefined) throw new FactError(field, value)
      return code
    },
    holds: (condition) => [false, ...values.map((v, i) => {
      if (!isRange(condition)) return Array.isArray(condition) ? condition.includes(v) : condition === v
      return i >= (condition.atLeast === undefined ? 0 : values.indexOf(condition.atLeast)) && i <= (condition.atMost === undefined ? values.length : values.indexOf(condition.atMost))
    })],
  }
}

const ofScores = (field: Field, bounds: readonly number[]): Scale => {
  const steps = [0, ...bounds.filter((b) => b > 0)]
  return {
    field, codes: steps.length + 1,
    codeOf: (facts) => {
      const value = field.read(facts)
      if (value == null) return 0
      if (typeof value !== 'number' || !(value >= 0 && value <= field.max)) throw new FactError(field, value)
      let code = 1
      while (code < steps.length && value >= steps[code]!) code++
      return code
    },
    holds: (condition) => [false, ...steps.map((step) => isRange(condition) && step >= Number(condition.atLeast ?? 0) && step < (condition.below ?? Number.POSITIVE_INFINITY))],
  }
}

export const clausesOf = (when: Policy['rules'][number]['when']): readonly Clause[] => (Array.isArray(when) ? when : [when ?? {}]) as readonly Clause[]

/** A scale for each input that a policy asks for, in the order of `fields`. */
export const scalesOf = (policy: Policy): Scale[] => {
  const bounds = new Map<FieldId, Set<number>>()
  const ask = (id: FieldId): Set<number> => bounds.get(id) ?? bounds.set(id, new Set()).get(id)!
  for (const rule of policy.rules) {
    if ('ssvc' in rule) treeFields(treeOf[rule.ssvc]).forEach(ask)
    for (const clause of clausesOf(rule.when)) {
      for (const [id, condition] of Object.entries(clause) as [FieldId, Condition][]) {
        const asked = ask(id)
        if (isRange(condition)) for (const bound of [condition.atLeast, condition.below]) if (typeof bound === 'number') asked.add(bound)
      }
    }
  }
  return Object.values(fieldOf).filter((f) => bounds.has(f.id)).map((f) => (f.values === null ? ofScores(f, [...bounds.get(f.id)!].toSorted((a, b) => a - b)) : ofValues(f, f.values)))
}
