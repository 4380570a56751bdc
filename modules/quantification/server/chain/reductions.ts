import { chainOf, type RiskChain } from '@heng/risks/reads'
import type { Ctx } from '@heng/server-kit'
import type { Reduction } from '../../contract/index.ts'

/** A verified measure without a control of its own works today, like a control; all others are still to come. */
const reductionsIn = ({ controls, measures }: RiskChain): Reduction[] => [
  ...controls.map(({ control, reference, name, effectiveness, stale, frequency, magnitude }): Reduction => ({ kind: 'control', id: control, reference, name, effectiveness, stale, frequency, magnitude })),
  ...measures.map(({ measure, reference, name, isVerified, effectiveness, stale, frequency, magnitude }): Reduction => ({ kind: isVerified ? 'control' : 'measure', id: measure, reference, name, effectiveness, stale, frequency, magnitude })),
]

/** What controls and planned measures do to each of these risks in money, as evidence has it today. Two statements. */
export const reductionsOf = async (ctx: Ctx, risks: readonly string[]): Promise<ReadonlyMap<string, readonly Reduction[]>> => {
  if (risks.length === 0) return new Map()
  return new Map([...(await chainOf(ctx, risks))].map(([risk, chain]) => [risk, reductionsIn(chain)]))
}
