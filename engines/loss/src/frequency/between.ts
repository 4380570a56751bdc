import { gammaQuantile } from '../distribution/gamma.ts'
import type { Frequency } from '../schema.ts'

type Counted = Omit<Frequency, 'between'>

/** Beyond these a spread is as good as none, or wider than anybody means. */
const [narrowest, widest] = [1e6, 0.1]
/** By how much the upper end may exceed the lower one. */
export const mostRatio = 1e6

/** Shape of the gamma distribution whose 95th percentile is so many times its 5th. */
const shapeOf = (ratio: number): number => {
  let [low, high] = [Math.log(widest), Math.log(narrowest)]
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2
    const shape = Math.exp(middle)
    if (gammaQuantile(0.95, shape) / gammaQuantile(0.05, shape) > ratio) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}

/** Mean and shape of a gamma-distributed rate by its 90 % interval; the shape is null where there is no spread. */
export const rateBetween = ({ p5, p95 }: { readonly p5: number; readonly p95: number }): { mean: number; dispersion: number | null } => {
  // Narrower than about one part in three hundred, the shape would exceed what is told apart.
  if (p95 / p5 < 1.0034) return { mean: (p5 + p95) / 2, dispersion: null }
  const shape = shapeOf(p95 / p5)
  return { mean: (shape * p95) / gammaQuantile(0.95, shape), dispersion: shape }
}

/**
 * Events at a rate that nobody knows for sure: a Poisson number whose rate is gamma-distributed is negative binomial (Greenwood, Yule, JRSS 83,
 * 1920). What is said in another way already stays as it is.
 */
export const counted = (frequency: Frequency): Counted => {
  if (frequency.between === undefined) return frequency
  const { mean, dispersion } = rateBetween(frequency.between)
  return dispersion === null ? { poisson: { rate: mean } } : { negativeBinomial: { mean, dispersion } }
}
