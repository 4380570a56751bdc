import { scaled, thinned } from '@heng/engine-loss'
import type { LossModel, Reduction } from '../../contract/index.ts'

/** What controls and measures leave of the number of events and of the cost of each: shares from 0 to 1. */
export interface Left {
  readonly frequency: number
  readonly magnitude: number
}

export interface LeftBetween {
  readonly worst: Left
  /** Null where some effect is not assessed at all, so that nothing bounds it. */
  readonly best: Left | null
  /** Ids of what is not fully assessed. */
  readonly open: readonly string[]
}

const all: Left = { frequency: 1, magnitude: 1 }
const both = (a: Left, b: Left): Left => ({ frequency: a.frequency * b.frequency, magnitude: a.magnitude * b.magnitude })
const share = (percent: number): number => Math.min(1, Math.max(0, percent / 100))

/** What one of them leaves at an effectiveness in per cent; what is not assessed takes nothing away. */
const leftBy = ({ frequency, magnitude }: Reduction, effectiveness: number): Left => ({
  frequency: 1 - share(frequency ?? 0) * share(effectiveness), magnitude: 1 - share(magnitude ?? 0) * share(effectiveness),
})

/**
 * What several leave together, each of what the others leave: Π(1 − effect × effectiveness). An effectiveness that nobody has tested may
 * be anything from nothing to all; an effect in money that nobody has stated cannot be bounded. Whoever states one of the two effects and not the
 * other has spoken of the one: the other takes nothing away, which is the careful reading.
 */
export const leftOver = (reductions: readonly Reduction[]): LeftBetween => {
  let [worst, best]: [Left, Left | null] = [all, all]
  const open: string[] = []
  for (const one of reductions) {
    const { id, effectiveness, frequency, magnitude } = one
    worst = both(worst, leftBy(one, effectiveness ?? 0))
    // What does not work at all takes nothing away, whatever it could.
    const isUnstated = frequency === null && magnitude === null && effectiveness !== 0
    const isUntested = effectiveness === null && ((frequency ?? 0) > 0 || (magnitude ?? 0) > 0)
    if (isUnstated || isUntested) open.push(id)
    best = best === null || isUnstated ? null : both(best, leftBy(one, effectiveness ?? 100))
  }
  return { worst, best, open }
}

/** A model with fewer and cheaper events. Caps and insurance stay what they are: they bound what is left. */
export const reduced = (model: LossModel, { frequency, magnitude }: Left): LossModel => ({
  ...model,
  frequency: frequency === 1 ? model.frequency : thinned(model.frequency, frequency),
  magnitude: scaled(model.magnitude, magnitude),
  ...(model.secondary === undefined ? {} : { secondary: { ...model.secondary, magnitude: scaled(model.secondary.magnitude, magnitude) } }),
})
