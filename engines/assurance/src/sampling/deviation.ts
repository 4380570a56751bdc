import { binomialAtMost, hypergeometricAtMost } from './chance.ts'

/** What was found in a sample: items examined, those that deviate, how many there are in all (null: endless or not known). */
export interface Sample {
  readonly examined: number
  readonly deviations: number
  readonly population: number | null
}

/** Largest population that is treated as finite; from there on the chances of both are the same to five digits. */
export const largestPopulation = 10_000_000

/** What chance is left when so many percent are wanted; a hair more, as a chance of exactly that much is enough. */
export const left = (confidence: number): number => ((100 - confidence) / 100) * (1 + 1e-9)

export const checkSample = ({ examined, deviations, population }: Sample): void => {
  if (!Number.isInteger(examined) || examined < 1) throw new RangeError('examined: a whole number of at least 1')
  if (!Number.isInteger(deviations) || deviations < 0 || deviations > examined) throw new RangeError('deviations: a whole number from 0 to what was examined')
  if (population !== null && (!Number.isInteger(population) || population < examined)) throw new RangeError('population: a whole number, not smaller than what was examined')
}

/** Share of the examined items that deviate, in percent: the best single estimate of the rate. */
export const pointEstimate = ({ examined, deviations }: Pick<Sample, 'examined' | 'deviations'>): number => (100 * deviations) / examined

/**
 * Upper deviation limit of attribute sampling, in percent: the highest rate that still gives so few deviations with a chance above
 * 100 − confidence. One-sided and exact: Clopper and Pearson (Biometrika 26, 1934) for endless populations, the hypergeometric
 * distribution for finite ones. O(deviations × log(population or precision)).
 */
export const upperLimit = (sample: Sample, confidence: number): number => {
  checkSample(sample)
  const { examined, deviations, population } = sample
  const alpha = (100 - confidence) / 100
  if (population !== null && population <= largestPopulation) {
    // Largest number of deviating items that is not yet ruled out.
    let [low, high] = [deviations, population - (examined - deviations)]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (hypergeometricAtMost(deviations, examined, middle, population) > alpha * (1 + 1e-9)) low = middle
      else high = middle - 1
    }
    return (100 * low) / population
  }
  if (deviations === examined) return 100
  let [low, high] = [deviations / examined, 1]
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2
    if (binomialAtMost(deviations, examined, middle) > alpha) low = middle
    else high = middle
  }
  return 100 * high
}
