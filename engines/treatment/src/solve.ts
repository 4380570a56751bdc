import highsModule, { type Highs, type Model } from 'highs'
import { isAllowed, remaining, spent, type Choice } from './effect.ts'
import { greedy } from './greedy.ts'
import { beginning, modelOf } from './model.ts'
import { checkProblem, type Problem } from './problem.ts'

export interface Chosen {
  readonly measure: string
  /** Year in which it begins, from 0. */
  readonly year: number
}

export interface Plan {
  /** `optimal`: proven that none leaves less; `gap`: the best that was found in time; `infeasible`: must-haves that budget or rules do not allow; `none`: nothing allowed was found in time. */
  readonly status: 'optimal' | 'gap' | 'infeasible' | 'none'
  /** By how much at most a better plan would leave less loss, as a share of what this one leaves. */
  readonly gap: number
  readonly chosen: readonly Chosen[]
  /** For each year: loss without any measure, with the plan, and what the plan costs. */
  readonly years: readonly { readonly before: number; readonly after: number; readonly cost: number }[]
}

export interface Limits {
  /** Seconds that the solver may take to find and prove the best. */
  readonly seconds?: number
  /** Asked now and then; the best so far is given when it says so. */
  readonly isStopped?: () => boolean
}

// Its types speak of the CommonJS build, in which the loader is a property; imported is the other one, which is the loader.
const loadHighs = highsModule as unknown as typeof highsModule.default
let loaded: Promise<Highs> | undefined
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** The solver looks at its clock now and then only: of the time that is left it is given so much. */
const promptly = 0.9
/** Plans that differ by less than this share of all losses leave the same. */
const alike = 1e-9
/** Relative gap below which a plan counts as proven: what rounding leaves of it. */
const proven = 1e-7

const choiceIn = (problem: Problem, model: Model): Choice => {
  const { colValue } = model.getSolution()
  return new Map(problem.measures.flatMap(({ id }, place) => {
    const year = problem.budget.findIndex((_, one) => (colValue[beginning(problem, place, one)] ?? 0) > 0.5)
    return year < 0 ? [] : [[id, year] as const]
  }))
}

/** Losses that no measure can touch are no part of the model. */
const untouched = ({ measures, scenarios, budget }: Problem): number => {
  const out = new Set(measures.flatMap(({ id, excluded }) => (excluded === true ? [id] : [])))
  return budget.length * sum(scenarios.map(({ loss, reductions }) => (Object.entries(reductions).some(([id, share]) => share > 0 && !out.has(id)) ? 0 : loss)))
}

/** Among plans that leave as little, the one that costs least in all. */
const cheapen = (problem: Problem, model: Model, objective: readonly number[], least: number, found: Choice): Choice => {
  const weighted = [...objective.entries()].filter(([, cost]) => cost !== 0)
  model.addRow(-Infinity, least + alike * (1 + least), { indices: weighted.map(([column]) => column), values: weighted.map(([, cost]) => cost) })
  const costs = Float64Array.from(objective, () => 0)
  const all = Math.max(1, sum(problem.budget))
  for (const [place, { cost, upkeep = 0 }] of problem.measures.entries()) {
    for (const [year] of problem.budget.entries()) costs[beginning(problem, place, year)] = (cost + upkeep * (problem.budget.length - 1 - year)) / all
  }
  model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs)
  model.run()
  const cheaper = choiceIn(problem, model)
  return isAllowed(problem, cheaper, 1e-6) && sum(remaining(problem, cheaper)) <= sum(remaining(problem, found)) * (1 + 1e-6) && sum(spent(problem, cheaper)) < sum(spent(problem, found)) ? cheaper : found
}

/**
 * Chooses the measures that leave the smallest sum of losses over all years within the budgets, and when each begins: exactly, by HiGHS
 * (Huangfu, Hall, Math. Prog. Comp. 10, 2018); of plans that leave the same, the cheapest. Throws `ProblemError` for what is no problem.
 */
export const choose = async (problem: Problem, { seconds = 30, isStopped }: Limits = {}): Promise<Plan> => {
  checkProblem(problem)
  const before = remaining(problem, new Map())
  const answer = (status: Plan['status'], gap: number, choice: Choice): Plan => {
    const [after, cost] = [remaining(problem, choice), spent(problem, choice)]
    return {
      status, gap, chosen: problem.measures.flatMap(({ id }) => (choice.has(id) ? [{ measure: id, year: choice.get(id)! }] : [])),
      years: before.map((loss, year) => ({ before: loss, after: after[year]!, cost: cost[year]! })),
    }
  }
  if (problem.measures.length === 0) return answer('optimal', 0, new Map())
  const began = performance.now()
  const highs = await (loaded ??= loadHighs())
  const scale = Math.max(1e-9, sum(before))
  const data = modelOf(problem, scale)
  return highs.withModel(data, (model): Plan => {
    const left = (): number => seconds - (performance.now() - began) / 1_000
    model.options.set({ output_flag: false, time_limit: Math.max(0.05, promptly * left()), mip_rel_gap: proven, mip_abs_gap: alike, random_seed: 1 })
    const start = greedy(problem)
    if (start !== null) {
      const begun = problem.measures.flatMap(({ id }, place) => problem.budget.map((_, year) => [beginning(problem, place, year), start.get(id) === year ? 1 : 0] as const))
      model.setSolution({ indices: begun.map(([column]) => column), values: begun.map(([, value]) => value) })
    }
    const { modelStatus } = model.run({ [highs.constants.callbackType.mipInterrupt]: (event: { interrupt: () => void }): undefined => void (isStopped?.() === true && event.interrupt()) })
    const { modelStatus: codes } = highs.constants
    if (modelStatus === codes.infeasible) return answer('infeasible', 0, new Map())
    const solved = choiceIn(problem, model)
    const found = isAllowed(problem, solved, 1e-6) ? solved : start
    if (found === null) return answer('none', 1, new Map())
    if (modelStatus !== codes.optimal) {
      const [loss, bound] = [sum(remaining(problem, found)), scale * Math.max(0, Number(model.info.get('mip_dual_bound'))) + untouched(problem)]
      return answer('gap', loss === 0 ? 0 : Math.max(proven, (loss - bound) / loss), found)
    }
    if (left() <= 0) return answer('optimal', 0, found)
    model.options.set('time_limit', promptly * left())
    return answer('optimal', 0, cheapen(problem, model, data.colCost as readonly number[], model.getObjectiveValue(), found))
  })
}
