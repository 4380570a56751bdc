import { parsePolicy, PolicyError, type Clause, type Condition, type Field, type FieldId, type Policy, type PolicyProblem, type Rule, type Value } from '@heng/engine-priority'

export type Operator = 'is' | 'atLeast' | 'atMost' | 'below' | 'between'
type Range = Exclude<Condition, Value | readonly Value[]>

const isRange = (condition: Condition): condition is Range => typeof condition === 'object' && !Array.isArray(condition)

/** Ways of comparing that an input knows: scores by bounds, yes and no by what it is, ordered values by either. */
export const operatorsOf = ({ values }: Field): readonly Operator[] => (values === null ? ['atLeast', 'below', 'between'] : values.length === 2 ? ['is'] : ['is', 'atLeast', 'atMost'])

export const operatorOf = (condition: Condition): Operator => {
  if (!isRange(condition)) return 'is'
  if (condition.atLeast !== undefined && (condition.below !== undefined || condition.atMost !== undefined)) return 'between'
  return condition.atLeast !== undefined ? 'atLeast' : condition.below !== undefined ? 'below' : 'atMost'
}

/** A condition to begin with, by the way of comparing. Of values the gravest; of scores the middle. */
export const conditionBy = ({ values, max }: Field, operator: Operator): Condition => {
  const gravest = values?.at(-1)
  const middle = max / 2
  switch (operator) {
    case 'is': return gravest!
    case 'atLeast': return { atLeast: gravest ?? middle }
    case 'atMost': return { atMost: values![0]! }
    case 'below': return { below: middle }
    case 'between': return { atLeast: middle / 2, below: middle }
  }
}

/** The values that a condition names, whichever way they were written. */
export const valuesOf = (condition: Condition): readonly Value[] => (isRange(condition) ? [] : ([condition].flat() as Value[]))
export const boundOf = (condition: Condition, key: 'atLeast' | 'atMost' | 'below'): Value | undefined => (isRange(condition) ? condition[key] : undefined)

export const clausesOf = (when: Rule['when']): readonly Clause[] => ((Array.isArray(when) ? when : [when ?? {}]) as readonly Clause[]).filter((clause) => Object.keys(clause).length > 0)
/** Alternatives as data: none for a rule that holds for all. */
export const whenOf = (clauses: readonly Clause[]): { when?: Rule['when'] } => {
  const told = clauses.filter((clause) => Object.keys(clause).length > 0)
  return told.length === 0 ? {} : { when: told.length === 1 ? told[0]! : told }
}
export const withCondition = (clause: Clause, id: FieldId, condition: Condition | undefined): Clause => {
  const { [id]: _before, ...rest } = clause
  return condition === undefined ? rest : { ...clause, [id]: condition }
}

/** A list with one of its members moved by one place; as it is where there is no such place. */
export const moved = <T>(list: readonly T[], at: number, by: -1 | 1): T[] => {
  const to = at + by
  if (to < 0 || to >= list.length) return [...list]
  const next = [...list]
  next.splice(to, 0, ...next.splice(at, 1))
  return next
}

export const problemsOf = (document: unknown): readonly PolicyProblem[] => {
  try {
    parsePolicy(document)
    return []
  } catch (error) {
    if (error instanceof PolicyError) return error.problems
    throw error
  }
}

/** An id that no rule has yet. */
export const freshId = (rules: readonly Rule[]): string => {
  for (let n = rules.length + 1; ; n++) if (!rules.some(({ id }) => id === `rule-${n}`)) return `rule-${n}`
}

/** Names stand in whatever order the database keeps them. */
const ordered = (_key: string, value: unknown): unknown =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value)
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a, ordered) === JSON.stringify(b, ordered)

/** As it is put in force: what is not word for word a shipped policy is the organisation's own, in the version that follows. */
export const named = (draft: Policy, shipped: readonly Policy[], version: number): Policy => {
  if (shipped.some((one) => same(one, draft))) return draft
  return { ...draft, id: shipped.some(({ id }) => id === draft.id) ? 'own' : draft.id, version: String(version + 1) }
}
export const isSame = (draft: Policy, other: Policy): boolean => same({ ...draft, id: '', version: '' }, { ...other, id: '', version: '' })
