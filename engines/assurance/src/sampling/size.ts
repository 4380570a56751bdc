import { binomialAtMost, hypergeometricAtMost } from './chance.ts'
import { largestPopulation, left } from './deviation.ts'

export interface Wanted {
  /** Percent, above 0 and below 100. */
  readonly confidence: number
  /** Deviation rate in percent, above 0 and below 100, up to which the control still counts as effective. */
  readonly tolerable: number
  /** Null: endless or not known. */
  readonly population: number | null
  /** Deviations that the sample may show and still support the control; 0 by default (discovery sampling). */
  readonly expected?: number
}

/** The fewest deviating items that are more than tolerable. */
const tooMany = (tolerable: number, population: number): number => Math.floor((tolerable * population) / 100 + 1e-9) + 1

const checked = ({ confidence, tolerable, population, expected = 0 }: Wanted): void => {
  if (!(confidence > 0 && confidence < 100)) throw new RangeError('confidence: above 0 and below 100 percent')
  if (!(tolerable > 0 && tolerable < 100)) throw new RangeError('tolerable: above 0 and below 100 percent')
  if (population !== null && (!Number.isInteger(population) || population < 0)) throw new RangeError('population: a whole number')
  if (!Number.isInteger(expected) || expected < 0 || expected > 100) throw new RangeError('expected: a whole number from 0 to 100')
}

/**
 * Fewest items to examine so that, with no more than the expected deviations among them, the rate is not above the tolerable one at the
 * wanted confidence. For none expected and an endless population this is ln(1 − c) ÷ ln(1 − t), rounded up; for a finite one it is
 * counted exactly, and where nothing less will do it is the whole population. O(log size × expected).
 */
export const sampleSize = (wanted: Wanted): number => {
  checked(wanted)
  const { confidence, tolerable, population, expected = 0 } = wanted
  const alpha = left(confidence)
  const isFinite = population !== null && population <= largestPopulation
  const deviating = isFinite ? tooMany(tolerable, population) : 0
  if (isFinite && deviating > population) return population
  const chance = (n: number): number =>
    isFinite ? hypergeometricAtMost(expected, n, deviating, population) : binomialAtMost(expected, n, tolerable / 100)
  let high = expected + 1
  while ((!isFinite || high < population) && chance(high) > alpha) high = isFinite ? Math.min(population, high * 2) : high * 2
  if (isFinite && high >= population && chance(population) > alpha) return population
  let low = expected
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (chance(middle) > alpha) low = middle
    else high = middle
  }
  return isFinite ? Math.min(high, population) : high
}
