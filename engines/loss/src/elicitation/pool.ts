import { logOf } from '../magnitude/sampler.ts'
import type { Magnitude } from '../schema.ts'

/** What one expert says of the cost of an event: in nine of ten cases it lies between the two. */
export interface Opinion {
  readonly p5: number
  readonly p95: number
  /** How much it counts beside the others; alike where it is not given. */
  readonly weight?: number
}

const needed = (opinions: readonly Opinion[]): void => {
  if (opinions.length === 0 || opinions.length > 20) throw new RangeError('one to twenty opinions')
  if (opinions.every(({ weight = 1 }) => weight === 0)) throw new RangeError('an opinion that counts')
}

/**
 * Everybody may be right: one of the opinions holds, as likely as it counts (linear pool; Stone, Annals of Math. Statistics 32, 1961).
 * Keeps disagreement visible; for opinions that differ in what they know.
 */
export const linearPool = (opinions: readonly Opinion[]): Magnitude => {
  needed(opinions)
  return { mixture: { parts: opinions.map(({ p5, p95, weight = 1 }) => ({ weight, magnitude: { lognormal: { p5, p95 } } })) } }
}

/**
 * One opinion in the middle, drawn towards the surer ones (logarithmic pool; Genest, Zidek, Statistical Science 1(1), 1986): of lognormal opinions again
 * lognormal. For opinions about the same knowledge.
 */
export const logarithmicPool = (opinions: readonly Opinion[]): Magnitude => {
  needed(opinions)
  const all = opinions.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const parts = opinions.map(({ p5, p95, weight = 1 }) => ({ share: weight / all, ...logOf({ p5, p95 }) }))
  // Whoever is wholly sure decides, as far as there are such.
  const sure = parts.filter(({ sigma, share }) => sigma === 0 && share > 0)
  if (sure.length > 0) {
    const certain = sure.reduce((sum, { share }) => sum + share, 0)
    return { lognormal: { mu: sure.reduce((sum, { mu, share }) => sum + (mu * share) / certain, 0), sigma: 0 } }
  }
  const precision = parts.reduce((sum, { share, sigma }) => sum + share / sigma ** 2, 0)
  return { lognormal: { mu: parts.reduce((sum, { share, sigma, mu }) => sum + (share * mu) / sigma ** 2, 0) / precision, sigma: Math.sqrt(1 / precision) } }
}
