import type { Problem } from './problem.ts'
import { choose, type Limits, type Plan } from './solve.ts'

export interface FrontierPoint {
  /** Share of each year's budget. */
  readonly share: number
  readonly cost: number
  readonly loss: number
  readonly plan: Plan
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/**
 * What budgets from nothing to all buy: the efficient frontier. Budgets that do not pay for must-haves are left out. One solution for
 * each point.
 */
export const frontier = async (problem: Problem, points = 11, limits: Limits = {}): Promise<FrontierPoint[]> => {
  const found: FrontierPoint[] = []
  for (let i = 0; i < points; i++) {
    const share = points === 1 ? 1 : i / (points - 1)
    const plan = await choose({ ...problem, budget: problem.budget.map((amount) => amount * share) }, limits)
    if (plan.status !== 'infeasible') found.push({ share, cost: sum(plan.years.map(({ cost }) => cost)), loss: sum(plan.years.map(({ after }) => after)), plan })
  }
  return found
}
