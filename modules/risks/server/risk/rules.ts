import { HengError, notFound } from '@heng/contract'
import type { MethodDefinition } from '@heng/engine-risk'
import { assetFactor } from '../../method/prepare.ts'

type RatedFactors = Readonly<Record<string, number | null>>

/**
 * Reads what was rated against the method: an unknown factor, a value off its scale, or an asset value typed by hand is
 * refused with what is allowed. Factors left out stay "not assessed"; optional ones left out play no part.
 */
export const checkFactors = (definition: MethodDefinition, factors: RatedFactors): RatedFactors => {
  const rated = definition.factors.filter((f) => f.id !== assetFactor)
  const names = rated.map((f) => f.id)
  for (const [id, value] of Object.entries(factors)) {
    const factor = rated.find((f) => f.id === id)
    const path = `factors.${id}`
    if (factor === undefined) throw new HengError('risks.unknownFactor', { params: { factor: id, allowed: names.join(', ') }, fields: [{ path, code: 'choice', params: { allowed: names.join(', ') } }] })
    if (value !== null && (value < factor.min || value > factor.max)) {
      const allowed = `${factor.min}–${factor.max}`
      throw new HengError('risks.offScale', { params: { factor: id, value, allowed }, fields: [{ path, code: 'choice', params: { allowed } }] })
    }
  }
  if (!Object.values(factors).some((v) => v !== null)) throw new HengError('risks.nothingRated', { fields: [{ path: 'factors', code: 'required' }] })
  return factors
}

/** Only what the method can lower, each target once. @throws risks.unknownTarget, invalid, naming the path */
export const checkReductions = (path: string, reductions: readonly { readonly target: string }[], targets: readonly string[]): void => {
  const named = reductions.map((r) => r.target)
  const wrong = named.find((t) => !targets.includes(t))
  const allowed = targets.join(', ')
  if (wrong !== undefined) throw new HengError('risks.unknownTarget', { params: { target: wrong, allowed }, fields: [{ path, code: 'choice', params: { allowed } }] })
  if (new Set(named).size < named.length) throw new HengError('invalid', { fields: [{ path, code: 'duplicate' }] })
}

export type RiskState = 'open' | 'closed' | 'merged'
const steps: Readonly<Record<RiskState, readonly RiskState[]>> = { open: ['closed', 'merged'], closed: ['open'], merged: [] }
export const mayBecome = (from: RiskState, to: RiskState): boolean => steps[from].includes(to)

/** @throws notFound, risks.mergeTarget: a risk is merged into another open one, never into itself */
export const checkMergeTarget = <T extends { id: string; status?: unknown; archivedAt: string | null }>(id: string, target: T | undefined): T => {
  if (target === undefined) throw notFound('risk')
  if (target.id === id || target.status !== 'open' || target.archivedAt !== null) throw new HengError('risks.mergeTarget', { status: 409 })
  return target
}
