import { isAllowed, type Choice } from './effect.ts'
import type { Problem } from './problem.ts'

/**
 * A plan that is allowed, found quickly: must-haves, then again and again what takes away most for its money. Null where must-haves do not fit like
 * that. A start for the solver, and what is left when its time is short. O(measures³ × years) steps.
 */
export const greedy = (problem: Problem): Choice | null => {
  const { measures, scenarios, budget } = problem
  const choice = new Map<string, number>()
  const years = budget.map((_, year) => year)
  const touched = new Map(measures.map(({ id }) => [id, scenarios.flatMap(({ reductions }, s) => ((reductions[id] ?? 0) > 0 ? [s] : []))]))
  const left = years.map(() => scenarios.map(({ loss }) => loss))
  // While a plan grows, what is mandatory may be missing still.
  const growing: Problem = { ...problem, measures: measures.map((one) => ({ ...one, mandatory: false })) }
  const tried = (id: string, year: number): boolean => {
    choice.set(id, year)
    if (isAllowed(growing, choice)) return true
    choice.delete(id)
    return false
  }
  const saves = (id: string, from: number): number => years.slice(from).reduce((sum, year) => sum + touched.get(id)!.reduce((all, s) => all + left[year]![s]! * scenarios[s]!.reductions[id]!, 0), 0)
  const take = (id: string, from: number): void => {
    for (const year of years.slice(from)) for (const s of touched.get(id)!) left[year]![s]! *= 1 - scenarios[s]!.reductions[id]!
  }
  // What others need comes before them, so must-haves are gone through until none is left that fits.
  const must = measures.filter(({ mandatory }) => mandatory === true).map(({ id }) => id)
  for (let found = true; found;) {
    found = false
    for (const id of must) {
      const year = choice.has(id) ? undefined : years.find((one) => tried(id, one))
      if (year === undefined) continue
      take(id, year)
      found = true
    }
  }
  if (must.some((id) => !choice.has(id))) return null
  for (;;) {
    const worth = measures.filter(({ id, excluded }) => excluded !== true && !choice.has(id))
      .map((measure) => ({ measure, value: saves(measure.id, 0) / (measure.cost + (measure.upkeep ?? 0) * (years.length - 1) + 1e-9) }))
      .filter(({ value }) => value > 0).toSorted((a, b) => b.value - a.value)
    const next = worth.flatMap(({ measure: { id } }) => years.map((year) => ({ id, year }))).find(({ id, year }) => saves(id, year) > 0 && tried(id, year))
    if (next === undefined) return choice
    take(next.id, next.year)
  }
}
