import type { Problem } from './problem.ts'

/** The year in which each chosen measure begins, from 0. */
export type Choice = ReadonlyMap<string, number>

/** What is left of all losses in each year. O(years × reductions). */
export const remaining = ({ scenarios, budget }: Problem, choice: Choice): number[] =>
  budget.map((_, year) => scenarios.reduce((sum, { loss, reductions }) => {
    let left = loss
    for (const [id, share] of Object.entries(reductions)) if ((choice.get(id) ?? Infinity) <= year) left *= 1 - share
    return sum + left
  }, 0))

/** What is spent in each year. */
export const spent = ({ measures, budget }: Problem, choice: Choice): number[] =>
  budget.map((_, year) => measures.reduce((sum, { id, cost, upkeep = 0 }) => {
    const begins = choice.get(id) ?? Infinity
    return sum + (begins === year ? cost : begins < year ? upkeep : 0)
  }, 0))

/** Whether a choice keeps to the budget and to what measures ask of one another. */
export const isAllowed = (problem: Problem, choice: Choice, slack = 1e-9): boolean =>
  spent(problem, choice).every((amount, year) => amount <= problem.budget[year]! * (1 + slack) + slack) &&
  problem.measures.every(({ id, mandatory = false, excluded = false, requires = [], conflicts = [] }) => {
    const begins = choice.get(id)
    if (begins === undefined) return !mandatory
    return !excluded && requires.every((other) => (choice.get(other) ?? Infinity) <= begins) && conflicts.every((other) => !choice.has(other))
  })
