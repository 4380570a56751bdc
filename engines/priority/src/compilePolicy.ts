import { clausesOf, scalesOf, type Scale } from './codes.ts'
import type { Facts, FieldId, Value } from './facts.ts'
import { priorities, type Policy, type Rule, type Target, type TreeId } from './policy.ts'
import { reasonsOf } from './policyReasons.ts'
import { treeAnswers, treeFields, treeOf, type Open } from './policyTrees.ts'
import type { Text } from './text.ts'
import { decide } from './tree.ts'

/** What a policy says of a vulnerability. The same object for all that differ in nothing the policy asks for. */
export interface Outcome extends Target {
  /** Id of the rule that decided. */
  readonly rule: string
  /** Inputs that the policy asks for and that are not assessed. */
  readonly notAssessed: readonly FieldId[]
  /** Of these, the ones that the outcome was taken to be the worst for. */
  readonly assumed: readonly FieldId[]
  /** Of these, the ones without which it is not certain that the outcome would stay the same. Empty: it is certain. */
  readonly couldChange: readonly FieldId[]
  /** Inputs that the deciding rule rests on. */
  readonly basis: readonly FieldId[]
  readonly ssvc: { readonly tree: TreeId; readonly version: string; readonly outcome: string } | null
  readonly policy: { readonly id: string; readonly name: Text; readonly version: string }
}

export interface Explained extends Outcome {
  readonly reasons: readonly Text[]
  /** Every input that the policy asks for as it was read; null: not assessed. */
  readonly inputs: readonly { readonly field: FieldId; readonly name: Text; readonly value: Value | null }[]
}

/** A policy made ready: call it for the outcome, `explain` for the reasons as well. Both throw `FactError`. */
export interface CompiledPolicy {
  (facts: Facts): Outcome
  readonly policy: Policy
  readonly explain: (facts: Facts) => Explained
}

interface Candidate {
  readonly rule: Rule
  readonly target: Target
  readonly treeOutcome: string | null
  readonly missing: readonly FieldId[]
  readonly basis: readonly FieldId[]
}

type Test = readonly { readonly at: number; readonly holds: readonly boolean[] }[]
/** Whether a code may be taken for anything (`worst`) or makes no condition hold. */
type Worst = (at: number) => boolean

/** Past this many kinds of vulnerabilities the memory of outcomes begins anew. */
const remembered = 100_000

/** Urgency: the earlier date, then the higher priority. Negative: `a` is more urgent. */
const byUrgency = (a: Target, b: Target): number => {
  const [first, second] = [a.dueDays ?? Number.POSITIVE_INFINITY, b.dueDays ?? Number.POSITIVE_INFINITY]
  return first === second ? priorities.indexOf(b.priority) - priorities.indexOf(a.priority) : first < second ? -1 : 1
}

const openOf = (scales: readonly Scale[], codes: readonly number[], worst: Worst): Open => (id) => {
  const at = scales.findIndex((s) => s.field.id === id)
  const values = scales[at]!.field.values!
  if (codes[at] !== 0) return [values[codes[at]! - 1]!]
  return worst(at) ? values : [values[0]!]
}

/** Rules that may hold, as far as the first that certainly does. */
const candidatesOf = (rules: readonly { rule: Rule; tests: readonly Test[] }[], scales: readonly Scale[], codes: readonly number[], worst: Worst): Candidate[] => {
  const found: Candidate[] = []
  for (const { rule, tests } of rules) {
    const open = tests.filter((test) => test.every(({ at, holds }) => (codes[at] === 0 ? worst(at) && holds.includes(true) : holds[codes[at]!])))
    if (open.length === 0) continue
    const told = open.filter((test) => test.every(({ at }) => codes[at] !== 0))
    const certain = told.length > 0
    const basis = (certain ? told : open).flatMap((test) => test.map(({ at }) => scales[at]!.field.id))
    const missing = certain ? [] : open.flatMap((test) => test.filter(({ at }) => codes[at] === 0).map(({ at }) => scales[at]!.field.id))
    if ('ssvc' in rule) {
      const tree = treeOf[rule.ssvc]
      const { possible } = decide(tree, treeAnswers(tree, openOf(scales, codes, worst)))
      const asked = possible.length === 1 ? [] : treeFields(tree).filter((id) => scales.some((s, at) => s.field.id === id && codes[at] === 0 && worst(at)))
      for (const id of possible) found.push({ rule, target: rule.outcomes[id]!, treeOutcome: id, missing: [...missing, ...asked], basis: [...basis, ...treeFields(tree)] })
    } else found.push({ rule, target: rule, treeOutcome: null, missing, basis })
    if (certain) break
  }
  return found
}

/**
 * Makes a policy ready for many vulnerabilities. An input that is not assessed leaves its rules possible: where the policy says `worst` for it, the most urgent of what is
 * possible is taken; where it says `ignore`, none of its conditions holds and trees take its mildest value. Rules are looked at one by one, so that of two that only
 * together leave no gap neither is certain. O(inputs) a vulnerability once its kind was seen, else O(rules and rows of trees).
 */
export const compilePolicy = (policy: Policy): CompiledPolicy => {
  const scales = scalesOf(policy)
  const place = new Map(scales.map((s, i) => [s.field.id, i]))
  const rules = policy.rules.map((rule) => ({
    rule,
    tests: clausesOf(rule.when).map((clause): Test => scales.flatMap(({ field, holds }) => (clause[field.id] === undefined ? [] : [{ at: place.get(field.id)!, holds: holds(clause[field.id]!) }]))),
  }))
  const isWorst = scales.map(({ field }) => (policy.whenUnknown?.[field.id] ?? field.whenUnknown) === 'worst')
  const named = { id: policy.id, name: policy.title, version: policy.version }

  const settle = (codes: readonly number[]): Outcome => {
    const chosen = candidatesOf(rules, scales, codes, (at) => isWorst[at]!).reduce((a, b) => ((byUrgency(b.target, a.target) || b.missing.length - a.missing.length) < 0 ? b : a))
    const all = candidatesOf(rules, scales, codes, () => true)
    const inOrder = (ids: readonly FieldId[]): FieldId[] => scales.map((s) => s.field.id).filter((id) => ids.includes(id))
    const { priority, dueDays } = chosen.target
    return {
      priority, dueDays, rule: chosen.rule.id, notAssessed: inOrder(scales.filter((_, at) => codes[at] === 0).map((s) => s.field.id)), assumed: inOrder(chosen.missing),
      couldChange: all.every((one) => byUrgency(one.target, chosen.target) === 0) ? [] : inOrder(all.flatMap((one) => one.missing)),
      basis: inOrder(chosen.basis), ssvc: 'ssvc' in chosen.rule ? { tree: chosen.rule.ssvc, version: treeOf[chosen.rule.ssvc].version, outcome: chosen.treeOutcome! } : null, policy: named,
    }
  }

  const known = new Map<number, Outcome>()
  const codes = scales.map(() => 0)
  const outcome = (facts: Facts): Outcome => {
    let key = 0
    for (let i = 0; i < scales.length; i++) {
      codes[i] = scales[i]!.codeOf(facts)
      key = key * scales[i]!.codes + codes[i]!
    }
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= remembered) known.clear()
    const settled = settle(codes)
    known.set(key, settled)
    return settled
  }
  const explain = (facts: Facts): Explained => {
    const settled = outcome(facts)
    const inputs = scales.map(({ field }) => ({ field: field.id, name: field.name, value: field.read(facts) ?? null }))
    return { ...settled, reasons: reasonsOf(policy, settled, facts), inputs }
  }
  return Object.assign(outcome, { policy, explain })
}

