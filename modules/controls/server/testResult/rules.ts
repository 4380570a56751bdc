import { HengError, invalid } from '@heng/contract'
import { propose, type Conclusion } from '@heng/engine-assurance'
import type { Values } from '@heng/server-kit'
import type { TestItem } from '../../contract/testResult.ts'

/** Items examined and those that deviate; an item to which the test does not apply is not counted, nor one not yet looked at. */
export const countItems = (items: readonly TestItem[]): { examined: number; deviations: number } => ({
  examined: items.filter(({ outcome }) => outcome === 'pass' || outcome === 'deviation').length,
  deviations: items.filter(({ outcome }) => outcome === 'deviation').length,
})

export interface Figures {
  readonly rate: number | null
  readonly upperLimit: number | null
  readonly proposal: Conclusion | null
}
const nothing: Figures = { rate: null, upperLimit: null, proposal: null }
const rounded = (value: number): number => Math.round(value * 100) / 100

/** What the sample suggests, by the confidence that the procedure asks for; nothing where nothing was examined. */
export const figuresOfSample = (row: Values, wanted: { confidence: number; tolerable: number } | null): Figures => {
  const [examined, deviations] = [row.examined as number | null, (row.deviations ?? 0) as number]
  const population = row.populationSize as number | null
  if (examined === null || examined < 1 || deviations > examined || (population !== null && population < examined)) return nothing
  const { rate, upper, conclusion } = propose({ examined, deviations, population }, wanted)
  return { rate: rounded(rate), upperLimit: upper === null ? null : rounded(upper), proposal: conclusion }
}

/** Days that do not follow one another, figures that do not fit together, items that are not those drawn. */
export const checkContent = (before: Values | null, after: Values, today: string): void => {
  const [from, to, on] = [after.periodFrom, after.periodTo, after.performedOn] as (string | null)[]
  if (from != null && to != null && from > to) throw invalid('periodTo', 'beforeStart')
  if (on != null && on > today) throw invalid('performedOn', 'future')
  if (to != null && on != null && to > on) throw invalid('performedOn', 'beforePeriodEnds')
  const [examined, deviations, population] = [after.examined, after.deviations, after.populationSize] as (number | null)[]
  if (deviations != null && deviations > (examined ?? 0)) throw invalid('deviations', 'moreThanExamined')
  if (population != null && examined != null && examined > population) throw invalid('examined', 'moreThanPopulation')
  const items = (after.items ?? []) as readonly TestItem[]
  if (new Set(items.map(({ place }) => place)).size < items.length) throw invalid('items', 'placesOnce')
  if (before !== null && before.seed !== null && before.seed === after.seed && !isSameSample((before.items ?? []) as readonly TestItem[], items)) throw invalid('items', 'asDrawn')
}

const isSameSample = (a: readonly TestItem[], b: readonly TestItem[]): boolean =>
  a.length === b.length && a.every(({ place, id }, i) => b[i]!.place === place && b[i]!.id === id)

/** What still stands in the way of a conclusion, as the field that lacks. */
export const requireComplete = (row: Values): void => {
  if (row.performedOn === null) throw invalid('performedOn', 'required')
  if (row.performedBy === null) throw invalid('performedBy', 'required')
  if (row.periodTo === null) throw invalid('periodTo', 'required')
  const open = ((row.items ?? []) as readonly TestItem[]).filter(({ outcome }) => outcome === null).length
  if (open > 0) throw new HengError('testResult.itemsOpen', { status: 409, params: { open } })
}
