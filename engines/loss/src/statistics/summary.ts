import { rank, type Ranked } from './ranks.ts'

/** Both ends of an interval that holds the true value with 95 % confidence, as far as chance alone makes it uncertain. */
export type Interval = readonly [low: number, high: number]
const z = 1.959963984540054

export interface Exceedance {
  /** A loss, and the probability that a year's is larger. */
  readonly loss: number
  readonly probability: number
  readonly interval: Interval
}

/** What simulated years say of the loss of a year, in the money of the magnitudes. */
export interface Summary {
  readonly mean: number
  readonly standardDeviation: number
  readonly p50: number
  readonly p80: number
  readonly p90: number
  /** The 95th and further percentiles are the value at risk at that level. */
  readonly p95: number
  readonly p99: number
  readonly p999: number
  /** Mean of the worst years beyond that level: expected shortfall. */
  readonly es95: number
  readonly es99: number
  readonly probabilityOfLoss: number
  readonly maximum: number
  readonly intervals: Readonly<Record<'mean' | 'p50' | 'p80' | 'p90' | 'p95' | 'p99' | 'p999' | 'es95' | 'es99' | 'probabilityOfLoss', Interval>>
  readonly exceedance: readonly Exceedance[]
}

/** Of a share of so many (Wilson, JASA 22, 1927). */
export const shareInterval = (hits: number, of: number): Interval => {
  const [p, square] = [hits / of, (z * z) / of]
  const [middle, half] = [p + square / 2, z * Math.sqrt((p * (1 - p)) / of + square / (4 * of))]
  return [Math.max(0, (middle - half) / (1 + square)), Math.min(1, (middle + half) / (1 + square))]
}

/** Rank of a share of so many, and the ranks that chance could have meant instead. */
const ranksOf = (count: number, p: number): readonly [own: number, low: number, high: number] => {
  const spread = z * Math.sqrt(count * p * (1 - p))
  const within = (rank: number): number => Math.min(count, Math.max(1, Math.ceil(rank)))
  return [within(count * p), within(count * p - spread), within(count * p + spread + 1)]
}

interface Found {
  readonly value: number
  readonly interval: Interval
}

/** Smallest value that at least a share `p` of all does not exceed. */
const quantile = ({ at }: Ranked, count: number, p: number): Found => {
  const [own, low, high] = ranksOf(count, p)
  return { value: at(own), interval: [at(low), at(high)] }
}

const tailSize = (count: number, p: number): number => Math.max(1, count - Math.ceil(count * p))

/** Mean of the worst 1 − p of all, with its standard error (Manistre, Hancock: Variance of the CTE estimator, NAAJ 9(2), 2005). */
const shortfall = ({ at, tail }: Ranked, count: number, p: number): Found => {
  const size = tailSize(count, p)
  const { sum, squares } = tail(size)
  const value = sum / size
  const beyond = value - (size === count ? 0 : at(count - size))
  const error = Math.sqrt(Math.max(0, squares / size - beyond ** 2 + p * beyond ** 2) / size)
  return { value, interval: [Math.max(0, value - z * error), value + z * error] }
}

/** Numbers of years beyond the points of the curve: from those with any loss to ten of all, evenly in their logarithm. */
const points = 60
const yearsBeyond = (withLoss: number): number[] => {
  if (withLoss === 0) return []
  const least = Math.min(withLoss, 10)
  return Array.from({ length: points + 1 }, (_, i) => Math.round(withLoss * (least / withLoss) ** (i / points)))
}

const curve = ({ at }: Ranked, count: number, beyond: readonly number[]): Exceedance[] => {
  const told: Exceedance[] = []
  for (const years of beyond) {
    const loss = at(count - years)
    if (told.at(-1)?.loss !== loss) told.push({ loss, probability: years / count, interval: shareInterval(years, count) })
  }
  return told
}

const shares = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999] as const

/** Sums up losses of years; they are left as they are. O(years). */
export const summarise = (losses: Float64Array): Summary => {
  const count = losses.length
  let [sum, withLoss, maximum] = [0, 0, 0]
  for (let i = 0; i < count; i++) {
    const loss = losses[i]!
    sum += loss
    if (loss !== 0) withLoss++
    if (loss > maximum) maximum = loss
  }
  const mean = sum / count
  let squares = 0
  for (let i = 0; i < count; i++) squares += (losses[i]! - mean) ** 2
  const beyond = yearsBeyond(withLoss)
  const ranked = rank(losses, [...shares.flatMap((p) => ranksOf(count, p)), ...beyond.map((years) => count - years)], [tailSize(count, 0.95), tailSize(count, 0.99)])
  const [p50, p80, p90, p95, p99, p999] = shares.map((p) => quantile(ranked, count, p)) as [Found, Found, Found, Found, Found, Found]
  const [es95, es99] = [shortfall(ranked, count, 0.95), shortfall(ranked, count, 0.99)]
  const standardDeviation = count === 1 ? 0 : Math.sqrt(squares / (count - 1))
  const error = (z * standardDeviation) / Math.sqrt(count)
  return {
    mean, standardDeviation, p50: p50.value, p80: p80.value, p90: p90.value, p95: p95.value, p99: p99.value, p999: p999.value,
    es95: es95.value, es99: es99.value, probabilityOfLoss: withLoss / count, maximum,
    intervals: {
      mean: [Math.max(0, mean - error), mean + error], p50: p50.interval, p80: p80.interval, p90: p90.interval, p95: p95.interval, p99: p99.interval, p999: p999.interval,
      es95: es95.interval, es99: es99.interval, probabilityOfLoss: shareInterval(withLoss, count),
    },
    exceedance: curve(ranked, count, beyond),
  }
}
