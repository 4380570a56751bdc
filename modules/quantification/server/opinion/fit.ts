import { linearPool, logarithmicPool, normalQuantile, quantile } from '@heng/engine-loss'
import type { Estimate, LossModel } from '../../contract/index.ts'

type Magnitude = LossModel['magnitude']
const z95 = normalQuantile(0.95)

/**
 * An estimate as the ends of a lognormal 90 % interval. A middle value moves it: of the three logarithms the lognormal nearest to all (least
 * squares over its quantiles) keeps the width and is centred on their mean.
 */
export const endsOf = ({ p5, p50, p95 }: Estimate): { p5: number; p95: number } => {
  if (p50 === null) return { p5, p95 }
  const logs = [p5, p50, p95].map(Math.log)
  const centre = logs.reduce((sum, x) => sum + x, 0) / 3
  const half = (logs[2]! - logs[0]!) / 2
  return { p5: Math.exp(centre - half), p95: Math.exp(centre + half) }
}

export interface Weighted extends Estimate {
  readonly weight: number
}

/** Several estimates as one distribution: side by side (linear) or in the middle (logarithmic). */
export const pooledMagnitude = (opinions: readonly Weighted[], pooling: 'linear' | 'logarithmic'): Magnitude =>
  (pooling === 'linear' ? linearPool : logarithmicPool)(opinions.map(({ weight, ...estimate }) => ({ ...endsOf(estimate), weight })))

const momentsOf = ({ lognormal, mixture }: Magnitude): { mean: number; square: number } => {
  if (mixture !== undefined) {
    const all = mixture.parts.reduce((sum, { weight }) => sum + weight, 0)
    return mixture.parts.reduce((sum, { weight, magnitude }) => {
      const { mean, square } = momentsOf(magnitude)
      return { mean: sum.mean + (mean * weight) / all, square: sum.square + (square * weight) / all }
    }, { mean: 0, square: 0 })
  }
  const { mu, sigma, p5, p95 } = lognormal!
  const [m, s] = mu === undefined ? [(Math.log(p5!) + Math.log(p95!)) / 2, (Math.log(p95!) - Math.log(p5!)) / (2 * z95)] : [mu, sigma!]
  return { mean: Math.exp(m + (s * s) / 2), square: Math.exp(2 * m + 2 * s * s) }
}
export const meanOfPool = (pooled: Magnitude): number => momentsOf(pooled).mean

/** Limits of what the engine takes for a spread of rates. */
const [widest, narrowest] = [0.01, 1e6]

/**
 * Events at a rate about which experts said this: the rate as gamma-distributed with the mean and the spread of what they said together, which
 * makes the number of events negative binomial.
 */
export const frequencyOf = (pooled: Magnitude): LossModel['frequency'] => {
  const { mean, square } = momentsOf(pooled)
  const variance = square - mean * mean
  if (variance <= (mean * mean) / narrowest) return { poisson: { rate: mean } }
  return { negativeBinomial: { mean, dispersion: Math.max(widest, (mean * mean) / variance) } }
}

export const quantilesOf = (pooled: Magnitude): { p5: number; p50: number; p95: number } => ({ p5: quantile(pooled, 0.05), p50: quantile(pooled, 0.5), p95: quantile(pooled, 0.95) })

