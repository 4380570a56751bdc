/** Something that can be done against risks. Money in one currency and unit throughout. */
export interface Measure {
  readonly id: string
  /** Once, in the year in which it begins. */
  readonly cost: number
  /** In each later year. */
  readonly upkeep?: number
  /** To be done whatever it brings, in the first year that allows it; or not to be done. */
  readonly mandatory?: boolean
  readonly excluded?: boolean
  /** Measures that have to stand when this one begins, and such that rule it out. */
  readonly requires?: readonly string[]
  readonly conflicts?: readonly string[]
}

export interface Scenario {
  readonly id: string
  /** What it costs a year with none of the measures: its mean, or its share of a tail. */
  readonly loss: number
  /** Measure → the share of the loss that it takes away, of what others leave: two halves leave a quarter. */
  readonly reductions: Readonly<Record<string, number>>
}

export interface Problem {
  readonly measures: readonly Measure[]
  readonly scenarios: readonly Scenario[]
  /** Money for each year; what one year leaves is gone. */
  readonly budget: readonly number[]
}

/** What keeps a problem from being solved: a field of it, in words of its own. */
export class ProblemError extends Error {
  readonly field: string
  constructor(field: string, message: string) {
    super(`${field}: ${message}`)
    this.name = 'ProblemError'
    this.field = field
  }
}

const check = (isRight: boolean, field: string, message: string): void => {
  if (!isRight) throw new ProblemError(field, message)
}
const isAmount = (value: number): boolean => Number.isFinite(value) && value >= 0

/** Throws a `ProblemError` that names the first field at fault. O(size of the problem). */
export const checkProblem = ({ measures, scenarios, budget }: Problem): void => {
  const known = new Set(measures.map(({ id }) => id))
  check(known.size === measures.length, 'measures', 'each has an id of its own')
  check(new Set(scenarios.map(({ id }) => id)).size === scenarios.length, 'scenarios', 'each has an id of its own')
  check(budget.length > 0 && budget.length <= 10, 'budget', 'one to ten years')
  for (const [i, amount] of budget.entries()) check(isAmount(amount), `budget[${i}]`, 'a number of at least 0')
  for (const [i, { cost, upkeep = 0, mandatory = false, excluded = false, requires = [], conflicts = [] }] of measures.entries()) {
    check(isAmount(cost), `measures[${i}].cost`, 'a number of at least 0')
    check(isAmount(upkeep), `measures[${i}].upkeep`, 'a number of at least 0')
    check(!(mandatory && excluded), `measures[${i}].excluded`, 'not both mandatory and excluded')
    for (const id of requires) check(known.has(id), `measures[${i}].requires`, `“${id}” is no measure`)
    for (const id of conflicts) check(known.has(id), `measures[${i}].conflicts`, `“${id}” is no measure`)
  }
  for (const [i, { loss, reductions }] of scenarios.entries()) {
    check(isAmount(loss), `scenarios[${i}].loss`, 'a number of at least 0')
    for (const [id, share] of Object.entries(reductions)) {
      check(known.has(id), `scenarios[${i}].reductions`, `“${id}” is no measure`)
      check(share >= 0 && share <= 1, `scenarios[${i}].reductions.${id}`, 'from 0 to 1')
    }
  }
}
