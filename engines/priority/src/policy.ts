import type { FieldId, Unknown, Value } from './facts.ts'
import type { Text } from './text.ts'

/** Most urgent last. */
export const priorities = ['none', 'routine', 'scheduled', 'urgent', 'immediate'] as const
export type PriorityId = (typeof priorities)[number]

/** A value, one of several, or a range: `atLeast` and `atMost` in the order of the values (mildest first) or of numbers, `below` for scores alone. */
export type Condition = Value | readonly Value[] | { readonly atLeast?: Value; readonly atMost?: Value; readonly below?: number }
/** All of it has to hold. */
export type Clause = Readonly<Partial<Record<FieldId, Condition>>>

/** What a rule leads to. Days after the vulnerability was first seen; null: no date, as with the next upgrade. */
export interface Target {
  readonly priority: PriorityId
  readonly dueDays: number | null
}

interface RuleHead {
  readonly id: string
  /** Absent or empty: holds for all. A list: any one of them. */
  readonly when?: Clause | readonly Clause[]
  readonly because: Text
}
export interface FixedRule extends RuleHead, Target {}
/** Leaves the decision to a tree and says what each of its outcomes means here. */
export interface TreeRule extends RuleHead {
  readonly ssvc: TreeId
  readonly outcomes: Readonly<Record<string, Target>>
}
export type Rule = FixedRule | TreeRule

export const treeIds = ['deployer', 'cisa', 'bod2604'] as const
export type TreeId = (typeof treeIds)[number]

/** By when an organisation remedies what: data that it edits itself. The first rule that holds decides. */
export interface Policy {
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly about: Text
  /** Per input: count what is not assessed as the worst that it can be, or leave it out of account. Defaults stand in `fields`. */
  readonly whenUnknown?: Readonly<Partial<Record<FieldId, Unknown>>>
  /** Whether what stands in the KEV catalog is due on the day told there, if that comes first. */
  readonly kevDueDate: boolean
  /** Whether days are calendar days or working days. */
  readonly count: 'calendar' | 'working'
  /** ISO days off beside Saturdays and Sundays, and days worked although they fall on one (调休); asked only where working days count. */
  readonly holidays?: readonly string[]
  readonly workdays?: readonly string[]
  readonly rules: readonly Rule[]
}
