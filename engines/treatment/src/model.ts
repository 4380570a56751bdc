import type { ModelData } from 'highs'
import type { Measure, Problem, Scenario } from './problem.ts'

/** The column of "this measure begins in this year". */
export const beginning = ({ budget }: Problem, measure: number, year: number): number => measure * budget.length + year

interface Effect {
  readonly place: number
  readonly share: number
}

/** The measures that work on a scenario and may be chosen, the strongest first: so the bounds of what is left are tightest. */
const effectsOn = ({ reductions }: Scenario, places: ReadonlyMap<string, number>, measures: readonly Measure[]): Effect[] =>
  Object.entries(reductions)
    .map(([id, share]) => ({ place: places.get(id)!, share }))
    .filter(({ place, share }) => share > 0 && measures[place]!.excluded !== true)
    .toSorted((a, b) => b.share - a.share || a.place - b.place)

type Entry = readonly [column: number, value: number]

/** Rows as they are added, and the columns that they made necessary. */
class Draft {
  readonly starts: number[] = [0]
  readonly indices: number[] = []
  readonly values: number[] = []
  readonly lower: number[] = []
  readonly upper: number[] = []
  readonly costs: number[]

  constructor(choices: number) {
    this.costs = Array.from({ length: choices }, () => 0)
  }

  column(): number {
    return this.costs.push(0) - 1
  }

  row(entries: readonly Entry[], lower: number, upper: number): void {
    const byColumn = new Map<number, number>()
    for (const [column, value] of entries) byColumn.set(column, (byColumn.get(column) ?? 0) + value)
    for (const [column, value] of byColumn) {
      if (value === 0) continue
      this.indices.push(column)
      this.values.push(value)
    }
    this.starts.push(this.indices.length)
    this.lower.push(lower)
    this.upper.push(upper)
  }
}

/** So many measures of a scenario are taken together, by a column for each set of them. */
const mostTogether = 6

/** What is left after some measures: of all sets of them one is chosen, and with it what it leaves. Nothing is tighter. Answers the sets' columns. */
const together = (draft: Draft, effects: readonly Effect[], inPlace: (place: number, factor: number) => Entry[]): { column: number; leaves: number }[] => {
  const sets = Array.from({ length: 2 ** effects.length }, (_, set) => ({
    column: draft.column(), has: effects.map((_one, i) => ((set >> i) & 1) === 1), leaves: effects.reduce((left, { share }, i) => ((set >> i) & 1 ? left * (1 - share) : left), 1),
  }))
  draft.row(sets.map(({ column }) => [column, 1]), 1, 1)
  for (const [i, { place }] of effects.entries()) draft.row([...sets.flatMap(({ column, has }): Entry[] => (has[i]! ? [[column, 1]] : [])), ...inPlace(place, -1)], 0, 0)
  return sets
}

/**
 * The choice of measures as a mixed integer linear programme. What is left of a loss is a product over its measures: for the strongest
 * six each set of them has a column; for each further one what is left before and a choice are multiplied, and as the sum of losses is
 * made small and choices are whole, McCormick's envelopes (Math. Programming 10, 1976) of these products are exact. Columns: each
 * measure's beginning in each year, 0 or 1, then sets and shares of losses left. O(years × reductions) rows.
 *
 * `scale` divides losses, so that the numbers of the model are neither large nor small.
 */
export const modelOf = (problem: Problem, scale: number): ModelData => {
  const { measures, scenarios, budget } = problem
  const places = new Map(measures.map(({ id }, place) => [id, place]))
  const years = budget.map((_, year) => year)
  const choices = measures.length * years.length
  const draft = new Draft(choices)
  const [free, last] = [Infinity, years.length - 1]
  /** Measure in place by a year: it began in it or before. */
  const inPlace = (place: number, year: number, factor: number): Entry[] => years.slice(0, year + 1).map((begun) => [beginning(problem, place, begun), factor])

  for (const scenario of scenarios) {
    const effects = effectsOn(scenario, places, measures)
    if (scenario.loss === 0 || effects.length === 0) continue
    for (const year of years) {
      const first = effects.slice(0, mostTogether)
      const sets = together(draft, first, (place, factor) => inPlace(place, year, factor))
      if (effects.length === first.length) {
        for (const { column, leaves } of sets) draft.costs[column] = (leaves * scenario.loss) / scale
        continue
      }
      let before = draft.column()
      draft.row([[before, 1], ...sets.map(({ column, leaves }): Entry => [column, -leaves])], 0, 0)
      let least = first.reduce((left, { share }) => left * (1 - share), 1)
      for (const { place, share } of effects.slice(mostTogether)) {
        const left = draft.column()
        // Without the measure all that was left stays; with it, a share goes. `least` is what all measures so far leave.
        draft.row([[left, 1], [before, -1], ...inPlace(place, year, share)], 0, free)
        draft.row([[left, 1], [before, share - 1], ...inPlace(place, year, share * least)], share * least, free)
        before = left
        least *= 1 - share
      }
      draft.costs[before] = scenario.loss / scale
    }
  }
  for (const year of years) {
    const spent = measures.flatMap(({ cost, upkeep = 0 }, place): Entry[] => [[beginning(problem, place, year), cost], ...(year === 0 ? [] : inPlace(place, year - 1, upkeep))])
    draft.row(spent, -free, budget[year]!)
  }
  for (const [place, { mandatory = false, excluded = false, requires = [], conflicts = [] }] of measures.entries()) {
    draft.row(inPlace(place, last, 1), mandatory ? 1 : 0, excluded ? 0 : 1)
    for (const id of requires) for (const year of years) if (places.get(id) !== place) draft.row([[beginning(problem, place, year), 1], ...inPlace(places.get(id)!, year, -1)], -free, 0)
    for (const id of conflicts) if (places.get(id) !== place) draft.row([...inPlace(place, last, 1), ...inPlace(places.get(id)!, last, 1)], -free, 1)
  }
  const { starts, indices, values, lower, upper, costs } = draft
  const [numCols, numRows] = [costs.length, lower.length]
  return {
    numCols, numRows, colCost: costs, colLower: costs.map(() => 0), colUpper: costs.map(() => 1), rowLower: lower, rowUpper: upper,
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    integrality: Int32Array.from(costs, (_, column) => (column < choices ? 1 : 0)),
  }
}
