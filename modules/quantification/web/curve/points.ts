import type { Figures } from '../../contract/index.ts'

type Curve = Figures['exceedance']

/** Chances at which a curve is told as a table: once in two years to once in a thousand. */
export const chances = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001] as const

/** The loss that is exceeded with a chance, between two points of the curve in proportion of logarithms; null beyond its ends, and 0 where losses are rarer. */
export const lossAt = (curve: Curve, chance: number): number | null => {
  const [first] = curve
  if (first === undefined || chance > first.probability) return 0
  const after = curve.findIndex(({ probability }) => probability <= chance)
  if (after < 0) return null
  const [low, high] = [curve[Math.max(0, after - 1)]!, curve[after]!]
  if (high.probability === low.probability || low.loss <= 0) return high.loss
  const share = Math.log(low.probability / chance) / Math.log(low.probability / high.probability)
  return low.loss * (high.loss / low.loss) ** share
}

/** The chance that a loss is exceeded, 0 beyond the curve. */
export const chanceOf = (curve: Curve, loss: number): number => {
  const after = curve.findIndex((point) => point.loss >= loss)
  if (curve.length === 0 || after < 0) return 0
  if (after === 0) return curve[0]!.probability
  const [low, high] = [curve[after - 1]!, curve[after]!]
  if (low.loss <= 0) return high.probability
  const share = Math.log(loss / low.loss) / Math.log(high.loss / low.loss)
  return low.probability * (high.probability / low.probability) ** share
}
