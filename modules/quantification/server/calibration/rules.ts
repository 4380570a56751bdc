import type { Calibration } from '@heng/engine-loss'

const wanted = 0.9

/** Probability of so many hits of so many, each with probability 0.9. */
const binomial = (hit: number, asked: number): number => {
  let p = (1 - wanted) ** asked
  for (let k = 0; k < hit; k++) p *= ((asked - k) / (k + 1)) * (wanted / (1 - wanted))
  return p
}

/** Probability that somebody whose intervals do hold nine times of ten is as far from it as this by chance, or farther: exact, two-sided. */
export const scoreOf = (hit: number, asked: number): number => {
  const own = binomial(hit, asked)
  let sum = 0
  for (let k = 0; k <= asked; k++) {
    const p = binomial(k, asked)
    // Alike but for rounding counts as alike.
    if (p <= own * (1 + 1e-9)) sum += p
  }
  return Math.min(1, sum)
}

export type Advice = 'tooNarrow' | 'tooWide' | 'fits' | 'tooFew'

/** What speaks against being calibrated, if anything does. */
export const adviceOf = ({ interval: [low, high], widen }: Pick<Calibration, 'interval' | 'widen'>): Advice => {
  if (widen === null) return 'tooFew'
  if (high < wanted) return 'tooNarrow'
  return low > wanted || (widen < 0.5 && low > 0.8) ? 'tooWide' : 'fits'
}
