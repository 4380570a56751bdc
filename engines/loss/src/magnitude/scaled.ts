import type { Magnitude } from '../schema.ts'
import { logOf } from './sampler.ts'

/** Costs of the same shape, each so many times as large; a share of 0 leaves nothing. O(size of the distribution). */
export const scaled = (given: Magnitude, by: number): Magnitude => {
  if (by === 1) return given
  if (by === 0) return { constant: { amount: 0 } }
  const { lognormal, pert, modifiedPert, uniform, constant, empirical, mixture } = given
  if (lognormal !== undefined) {
    const { mu, sigma } = logOf(lognormal)
    return { lognormal: { mu: mu + Math.log(by), sigma } }
  }
  if (pert !== undefined) return { pert: { min: pert.min * by, mode: pert.mode * by, max: pert.max * by } }
  if (modifiedPert !== undefined) return { modifiedPert: { min: modifiedPert.min * by, mode: modifiedPert.mode * by, max: modifiedPert.max * by, weight: modifiedPert.weight } }
  if (uniform !== undefined) return { uniform: { min: uniform.min * by, max: uniform.max * by } }
  if (constant !== undefined) return { constant: { amount: constant.amount * by } }
  if (empirical !== undefined) return { empirical: { ...empirical, values: empirical.values.map((value) => value * by) } }
  return { mixture: { parts: mixture!.parts.map(({ weight, magnitude }) => ({ weight, magnitude: scaled(magnitude, by) as never })) } }
}
