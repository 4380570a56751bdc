import type { Correlation } from '@heng/engine-loss'
import { simulateIn, type Purpose } from '@heng/simulation'
import type { Basis, BasisOfRun, FrozenRun, RunResults } from '../../contract/index.ts'
import { figuresOf } from '../model/figures.ts'
import { modelsOf } from '../model/bases.ts'

/** Which worst years tell the parts of the risks: those beyond the 95 % value at risk. */
const tail = 0.95

/** Every two risks of a group go together alike. */
export const correlationsOf = ({ risks, coefficient }: Pick<FrozenRun, 'coefficient'> & { readonly risks: readonly { readonly id: string; readonly group: string | null }[] }): Correlation[] => {
  const groups = Map.groupBy(risks.filter(({ group }) => group !== null), ({ group }) => group)
  return coefficient === 0 ? [] : [...groups.values()].flatMap((some) => some.flatMap(({ id }, i) => some.slice(i + 1).map((other): Correlation => ({ between: [id, other.id], coefficient }))))
}

interface Ask {
  readonly progress?: (done: number, of: number) => void
  readonly signal?: AbortSignal
}
const order = ['inherent', 'current', 'planned'] as const satisfies readonly Basis[]

/** Simulates what was frozen, on each basis: again the same, bit for bit. Effects that are not assessed count as nothing. */
export const simulateFrozen = async (frozen: FrozenRun, { progress, signal }: Ask = {}, purpose: Purpose = 'later'): Promise<RunResults> => {
  const { risks, years, seed } = frozen
  const models = risks.map(({ model, reductions }) => modelsOf(model, reductions))
  const correlations = correlationsOf(frozen)
  const found: Partial<Record<Basis, BasisOfRun>> = {}
  for (const [step, basis] of order.entries()) {
    const scenarios = risks.map(({ id }, i) => ({ id, ...models[i]![basis].worst }))
    const told = await simulateIn(purpose, { scenarios, correlations, years, seed, tail, progress: (done, of) => progress?.(step + done / of, order.length), signal })
    found[basis] = {
      portfolio: figuresOf(told.portfolio),
      risks: told.scenarios.map(({ id, mean, p95, probabilityOfLoss }, i) => ({ risk: id, mean, p95, probabilityOfLoss, tail: told.tail!.parts[i]! })),
    }
  }
  const open = (basis: 'current' | 'planned'): number => models.filter((one) => one[basis].open.length > 0).length
  return { inherent: found.inherent!, current: found.current!, planned: found.planned!, open: { current: open('current'), planned: open('planned') } }
}
