import { canonicalJson } from '@heng/server-kit'
import { simulateIn, type Pooled, type Purpose } from '@heng/simulation'
import type { Bounded, FrozenInputs, LossModel, Reduction, ThreeBases } from '../../contract/index.ts'
import { figuresOf } from './figures.ts'
import { leftOver, reduced } from './reduce.ts'

export interface ModelBetween {
  readonly worst: LossModel
  readonly best: LossModel | null
  readonly open: readonly string[]
}
export interface Models {
  readonly inherent: ModelBetween
  readonly current: ModelBetween
  readonly planned: ModelBetween
}

const between = (model: LossModel, reductions: readonly Reduction[]): ModelBetween => {
  const { worst, best, open } = leftOver(reductions)
  return { worst: reduced(model, worst), best: best === null ? null : reduced(model, best), open }
}

/** The model without controls, with those there are, and with the planned measures besides. */
export const modelsOf = (model: LossModel, reductions: readonly Reduction[]): Models => ({
  inherent: { worst: model, best: model, open: [] },
  current: between(model, reductions.filter(({ kind }) => kind === 'control')),
  planned: between(model, reductions),
})

type Ask = Pick<Pooled, 'years' | 'seed' | 'alike' | 'progress' | 'signal'> & { readonly id: string }

/**
 * Figures of all bases, each model simulated once. They share the streams of the risk's name, and are those that `heng simulate` gives for the
 * same scenario, years and seed.
 */
export const figuresOfBases = async (models: Models, { id, ...ask }: Ask, purpose: Purpose = 'now'): Promise<ThreeBases> => {
  const parts = [models.inherent, models.current, models.planned]
  const known = new Map(parts.flatMap(({ worst, best }) => (best === null ? [worst] : [worst, best])).map((model) => [canonicalJson(model), model]))
  const { scenarios } = await simulateIn(purpose, { scenarios: [...known.values()].map((model) => ({ id, ...model })), ...ask })
  const told = new Map([...known.keys()].map((key, place) => [key, figuresOf(scenarios[place]!)]))
  const of = (model: LossModel) => told.get(canonicalJson(model))!
  const [inherent, current, planned] = parts.map(({ worst, best, open }): Bounded => ({ worst: of(worst), best: best === null ? null : of(best), open: [...open] })) as [Bounded, Bounded, Bounded]
  return { inherent, current, planned }
}

/** The figures that follow from what was frozen: again the same, bit for bit. */
export const figuresFrom = ({ id, model, reductions, years, seed }: FrozenInputs, ask: Partial<Ask> = {}, purpose: Purpose = 'now'): Promise<ThreeBases> =>
  figuresOfBases(modelsOf(model, reductions), { ...ask, id, years, seed }, purpose)
