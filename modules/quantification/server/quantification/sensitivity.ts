import { notFound } from '@heng/contract'
import { gammaQuantile, quantile, rateBetween } from '@heng/engine-loss'
import { authorise, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { simulateIn } from '@heng/simulation'
import type { Basis, LossModel, Reduction } from '../../contract/index.ts'
import { reductionsOf } from '../chain/reductions.ts'
import { modelsOf } from '../model/bases.ts'
import { refuseLong } from './refuseLong.ts'
import { quantification } from './register.ts'
import { switched } from './whatIf.ts'

type Input = 'frequency' | 'capability' | 'strength' | 'magnitude' | 'secondary'
interface Variant {
  readonly value: number
  readonly model: LossModel
}
interface Ends {
  readonly input: Input
  readonly low: Variant
  readonly high: Variant
}
const ends = [0.05, 0.95] as const

/** Rates between which an uncertain one lies in nine of ten cases; null for a known one. */
const ratesOf = ({ between, negativeBinomial }: LossModel['frequency']): readonly [number, number] | null => {
  const gamma = between === undefined ? negativeBinomial : rateBetween(between)
  if (gamma === undefined || gamma.dispersion === null || gamma.mean === 0) return null
  const [low, high] = ends.map((p) => (gamma.mean / gamma.dispersion!) * gammaQuantile(p, gamma.dispersion!))
  return [low!, high!]
}

/** Each uncertain input at its own 5th and 95th percentile, all others as they are. */
export const variantsOf = (model: LossModel): Ends[] => {
  const found: Ends[] = []
  const add = (input: Input, values: readonly [number, number], at: (value: number) => LossModel): void => {
    const [low, high] = values
    if (low < high) found.push({ input, low: { value: low, model: at(low) }, high: { value: high, model: at(high) } })
  }
  const of = (magnitude: LossModel['magnitude']): [number, number] => [quantile(magnitude, ends[0]), quantile(magnitude, ends[1])]
  const amount = (value: number) => ({ constant: { amount: value } })
  const { frequency, vulnerability, magnitude, secondary } = model
  const rates = ratesOf(frequency)
  if (rates !== null) add('frequency', rates, (rate) => ({ ...model, frequency: { poisson: { rate } } }))
  if (typeof vulnerability === 'object') {
    add('capability', of(vulnerability.capability), (value) => ({ ...model, vulnerability: { ...vulnerability, capability: amount(value) } }))
    add('strength', of(vulnerability.strength), (value) => ({ ...model, vulnerability: { ...vulnerability, strength: amount(value) } }))
  }
  add('magnitude', of(magnitude), (value) => ({ ...model, magnitude: amount(value) }))
  if (secondary !== undefined) add('secondary', of(secondary.magnitude), (value) => ({ ...model, secondary: { ...secondary, magnitude: amount(value) } }))
  return found
}

/** Tornado: which input, and which control or measure, moves the loss of a year most. All variants share their chance. */
export const sensitivity = async (ctx: Ctx, { id, basis, years }: { id: string; basis: Basis; years: number }) => {
  const [row] = await rowsByIds(ctx, quantification, [id])
  if (row === undefined) throw notFound('quantification')
  authorise(ctx, 'quantification:read', resourceOf(quantification, row))
  const [model, risk, seed] = [row.model as LossModel, row.risk as string, row.seed as number]
  const reductions = (await reductionsOf(ctx, [risk])).get(risk) ?? []
  const at = (one: LossModel, some: readonly Reduction[] = reductions): LossModel => modelsOf(one, some)[basis].worst
  const inputs = variantsOf(model)
  const bearing = basis === 'inherent' ? [] : reductions.filter(({ kind }) => kind === 'control' || basis === 'planned')
  const models = [
    at(model), ...inputs.flatMap(({ low, high }) => [at(low.model), at(high.model)]),
    ...bearing.flatMap(({ id: one }) => [at(model, switched(reductions, { off: [one], full: [] })), at(model, switched(reductions, { off: [], full: [one] }))]),
  ]
  for (const one of [model, ...inputs.map(({ high }) => high.model)]) refuseLong(one, years, models.length)
  const { scenarios } = await simulateIn('now', { scenarios: models.map((one) => ({ id: risk, ...one })), years, seed, alike: true })
  const [base, ...rest] = scenarios.map(({ mean, p95 }) => ({ mean, p95 }))
  const swings = inputs.map(({ input, low, high }, i) => ({ input, low: { value: low.value, ...rest[2 * i]! }, high: { value: high.value, ...rest[2 * i + 1]! } }))
  const effects = bearing.map((reduction, i) => {
    const [without, full] = [rest[2 * (inputs.length + i)]!, rest[2 * (inputs.length + i) + 1]!]
    return { reduction, without, full: reduction.frequency === null && reduction.magnitude === null ? null : full }
  })
  return { basis, base: base!, swings: swings.toSorted((a, b) => b.high.mean - b.low.mean - (a.high.mean - a.low.mean)), effects, years, seed }
}
