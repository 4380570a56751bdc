import { HengError } from '@heng/contract'
import type { Effects } from '../../contract/measure.ts'
import { checkReductions } from '../risk/rules.ts'

export type MeasureState = 'planned' | 'inProgress' | 'done' | 'verified' | 'cancelled'

/** Progress says how far the work is; verified and cancelled are decisions and stay. */
export const stateOf = (progress: number, before: MeasureState | null): MeasureState => {
  if (before === 'verified' || before === 'cancelled') return before
  return progress >= 100 ? 'done' : progress > 0 ? 'inProgress' : 'planned'
}

/** Only what the method can lower, each risk and each target once. */
export const checkEffects = (effects: Effects, targets: readonly string[]): void => {
  const risks = effects.map((e) => e.risk)
  if (new Set(risks).size < risks.length) throw new HengError('invalid', { fields: [{ path: 'effects', code: 'duplicate' }] })
  effects.forEach(({ reductions }, i) => checkReductions(`effects.${i}`, reductions, targets))
}

/** Whether a measure works is confirmed by somebody else than the one who carried it out (ISO/IEC 27001 9.1, 10.2). */
export const checkVerifier = (state: MeasureState, owner: string | null, verifier: string | null): void => {
  if (state !== 'done') throw new HengError('risks.measureNotDone', { status: 409 })
  if (owner !== null && owner === verifier) throw new HengError('risks.verifyOwn', { status: 403 })
}
