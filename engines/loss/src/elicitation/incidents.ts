import type { Interval } from '../statistics/summary.ts'

/** What was seen in some years: every incident of a kind, with what it cost. */
export interface Seen {
  readonly years: number
  readonly losses: readonly number[]
}

export interface Fitted {
  /** Incidents a year, and the interval that holds the true rate with 95 % confidence whatever it is. */
  readonly rate: number
  readonly rateInterval: Interval
  /** Mean and deviation of the logarithms of costs; null for fewer than three incidents, from which no spread can be told. */
  readonly lognormal: { readonly mu: number; readonly sigma: number } | null
}

/** Probability of at most `count` events where `mean` are expected. */
const upTo = (count: number, mean: number): number => {
  let [term, sum] = [Math.exp(-mean), 0]
  if (term === 0) return mean > count ? 0 : 1
  for (let n = 0; n <= count; n++) {
    sum += term
    term *= mean / (n + 1)
  }
  return Math.min(1, sum)
}

/** The mean at which a falling function of it passes `level`. */
const crossing = (of: (mean: number) => number, level: number, from: number, to: number): number => {
  let [low, high] = [from, to]
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    if (of(middle) > level) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const tail = 0.025
const mostIncidents = 500

/**
 * Frequency and magnitude from incidents that were seen: the rate with its exact interval (Garwood, Biometrika 28, 1936), costs as lognormal by maximum
 * likelihood, the deviation with the correction for few. Throws `RangeError` for what cannot have been seen.
 */
export const fitIncidents = ({ years, losses }: Seen): Fitted => {
  const count = losses.length
  if (!(years > 0 && Number.isFinite(years))) throw new RangeError('years above 0')
  if (count > mostIncidents) throw new RangeError(`at most ${mostIncidents} incidents`)
  if (losses.some((loss) => !(loss > 0 && Number.isFinite(loss)))) throw new RangeError('losses above 0')
  const reach = count + 10 * Math.sqrt(count + 1) + 10
  const least = count === 0 ? 0 : crossing((mean) => upTo(count - 1, mean), 1 - tail, 0, reach)
  const most = crossing((mean) => upTo(count, mean), tail, 0, reach)
  const logs = losses.map((loss) => Math.log(loss))
  const mu = logs.reduce((sum, x) => sum + x, 0) / count
  return {
    rate: count / years, rateInterval: [least / years, most / years],
    lognormal: count < 3 ? null : { mu, sigma: Math.sqrt(logs.reduce((sum, x) => sum + (x - mu) ** 2, 0) / (count - 1)) },
  }
}
