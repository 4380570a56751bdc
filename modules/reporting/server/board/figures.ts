import { thresholds } from '@heng/risks/reads'
import { highLevels } from '../scales.ts'
import type { BoardMaterial } from './gather.ts'

const sum = (counts: readonly number[]): number => counts.reduce((all, n) => all + n, 0)

/** Risks of the upper levels now and at the earlier round; null where there is none. */
export const highRisks = ({ criteria, map, earlier }: BoardMaterial): { now: number; then: number | null } => {
  const high = highLevels(criteria?.levels ?? []).map(({ value }) => String(value))
  return { now: sum(high.map((key) => map.byLevel[key] ?? 0)), then: earlier === null ? null : sum(high.map((key) => earlier.byLevel[key] ?? 0)) }
}

/** Controls in operation by what tests say; those not in operation are told apart. */
export const assurance = ({ controls }: BoardMaterial) => {
  const count = (test: (group: (typeof controls)[number]) => boolean): number => sum(controls.filter(test).map((g) => g.count))
  const works = (g: (typeof controls)[number]): boolean => g.state === 'implemented'
  return {
    all: count((g) => g.state !== 'retired'),
    inOperation: count(works),
    building: count((g) => g.state === 'planned' || g.state === 'inProgress'),
    notWorking: count((g) => g.state === 'notWorking'),
    effective: count((g) => works(g) && !g.stale && g.percent !== null && g.percent >= thresholds.effective),
    partly: count((g) => works(g) && !g.stale && g.percent !== null && g.percent < thresholds.effective && g.percent >= thresholds.partly),
    ineffective: count((g) => works(g) && !g.stale && g.percent !== null && g.percent < thresholds.partly),
    stale: count((g) => works(g) && g.stale),
    notAssessed: count((g) => works(g) && !g.stale && g.percent === null),
  }
}

export const measures = ({ treatment: { byState } }: BoardMaterial) => {
  const finished = byState.done + byState.verified
  return { all: byState.planned + byState.inProgress + finished, open: byState.planned + byState.inProgress, finished }
}
