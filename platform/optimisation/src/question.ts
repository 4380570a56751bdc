import { choose, type Plan, type Problem } from '@heng/engine-treatment'

export interface Question {
  readonly problem: Problem
  /** Seconds that the solver may take for the choice itself, and for each of the others. */
  readonly seconds: { readonly best: number; readonly other: number }
}

/** What a budget buys. */
export interface Bought {
  /** Share of each year's budget. */
  readonly share: number
  readonly status: Plan['status']
  readonly gap: number
  readonly cost: number
  /** Sum over all years. */
  readonly loss: number
  readonly chosen: readonly string[]
}
/** What becomes of the choice when a measure takes off half as much as is said. */
export interface Halved {
  readonly measure: string
  /** Loss of the choice as it stands, and of the best choice then. */
  readonly loss: number
  readonly best: number
  readonly isKept: boolean
  readonly added: readonly string[]
  readonly removed: readonly string[]
}
export interface Answer {
  readonly best: Plan
  readonly frontier: readonly Bought[]
  readonly halved: readonly Halved[]
}

/** Shares of the budget that are looked at: from nothing over a tenth less and more to half as much again. */
export const shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5] as const

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
const lossOf = ({ years }: Plan): number => sum(years.map(({ after }) => after))
const chosenIn = ({ chosen }: Plan): string[] => chosen.map(({ measure }) => measure)

const halvedIn = (problem: Problem, id: string): Problem => ({
  ...problem, scenarios: problem.scenarios.map((one) => (one.reductions[id] === undefined ? one : { ...one, reductions: { ...one.reductions, [id]: one.reductions[id] / 2 } })),
})
/** What a choice leaves of another problem's losses: the same measures in the same years. */
const leaves = ({ scenarios, budget }: Problem, { chosen }: Plan): number => sum(budget.map((_, year) => sum(scenarios.map(({ loss, reductions }) =>
  chosen.reduce((left, one) => (one.year <= year ? left * (1 - (reductions[one.measure] ?? 0)) : left), loss)))))

/** Answers a question step by step, telling after each how many are done. */
export const answer = async ({ problem, seconds }: Question, tell: (done: number, of: number) => void): Promise<Answer> => {
  const best = await choose(problem, { seconds: seconds.best })
  const chosen = chosenIn(best)
  const of = 1 + shares.length + chosen.length
  let done = 1
  tell(done, of)
  const frontier: Bought[] = []
  for (const share of shares) {
    const plan = share === 1 ? best : await choose({ ...problem, budget: problem.budget.map((amount) => amount * share) }, { seconds: seconds.other })
    if (plan.status !== 'infeasible' && plan.status !== 'none') {
      frontier.push({ share, status: plan.status, gap: plan.gap, cost: sum(plan.years.map(({ cost }) => cost)), loss: lossOf(plan), chosen: chosenIn(plan) })
    }
    tell(++done, of)
  }
  const halved: Halved[] = []
  for (const measure of chosen) {
    const weaker = halvedIn(problem, measure)
    const plan = await choose(weaker, { seconds: seconds.other })
    const then = chosenIn(plan)
    halved.push({
      measure, loss: leaves(weaker, best), best: lossOf(plan), isKept: then.includes(measure),
      added: then.filter((id) => !chosen.includes(id)), removed: chosen.filter((id) => !then.includes(id)),
    })
    tell(++done, of)
  }
  return { best, frontier, halved }
}
