import { Discrete } from '../random/discrete.ts'
import { exponentiate } from '../random/exp.ts'
import { fillGamma } from '../random/gamma.ts'
import { fillNormal } from '../random/normal.ts'
import type { Stream } from '../random/stream.ts'
import type { Magnitude } from '../schema.ts'

/** Fills the first `count` places with the costs of as many events. */
export type Sampler = (stream: Stream, out: Float64Array, count: number) => void

/** Standard normal quantile of 0.95: a 90 % interval reaches so many deviations to either side. */
const z95 = 1.6448536269514722

/** Mean and deviation of the logarithm. */
export const logOf = ({ mu, sigma, p5, p95 }: NonNullable<Magnitude['lognormal']>): { mu: number; sigma: number } => {
  if (mu !== undefined && sigma !== undefined) return { mu, sigma }
  const [low, high] = [Math.log(p5!), Math.log(p95!)]
  return { mu: (low + high) / 2, sigma: (high - low) / (2 * z95) }
}

/** Shapes of the beta distribution behind a PERT one. */
export const shapesOf = ({ min, mode, max, weight = 4 }: { min: number; mode: number; max: number; weight?: number }): { alpha: number; beta: number } => ({
  alpha: 1 + (weight * (mode - min)) / (max - min), beta: 1 + (weight * (max - mode)) / (max - min),
})

const constant = (amount: number): Sampler => (_stream, out, count) => void out.fill(amount, 0, count)

const lognormal = ({ mu, sigma }: { mu: number; sigma: number }): Sampler =>
  sigma === 0
    ? constant(Math.exp(mu))
    : (stream, out, count) => {
        fillNormal(stream, out, count)
        exponentiate(out, count, sigma, mu)
      }

const pert = (given: { min: number; mode: number; max: number; weight?: number }): Sampler => {
  const { min, max } = given
  if (min === max) return constant(min)
  const { alpha, beta } = shapesOf(given)
  let other = new Float64Array(0)
  return (stream, out, count) => {
    if (other.length < count) other = new Float64Array(count)
    fillGamma(stream, alpha, out, count)
    fillGamma(stream, beta, other, count)
    for (let i = 0; i < count; i++) out[i] = min + (max - min) * (out[i]! / (out[i]! + other[i]!))
  }
}

const uniform = ({ min, max }: { min: number; max: number }): Sampler => (stream, out, count) => {
  for (let i = 0; i < count; i++) out[i] = min + (max - min) * stream.uniform()
}

const drawn = (weights: ArrayLike<number>) => {
  const discrete = new Discrete(weights)
  let places = new Int32Array(0)
  return (stream: Stream, count: number): Int32Array => {
    if (places.length < count) places = new Int32Array(count)
    discrete.draw(stream, places, count)
    return places
  }
}

const empirical = ({ values, weights }: NonNullable<Magnitude['empirical']>): Sampler => {
  const draw = drawn(weights ?? new Float64Array(values.length).fill(1))
  return (stream, out, count) => {
    const places = draw(stream, count)
    for (let i = 0; i < count; i++) out[i] = values[places[i]!]!
  }
}

const mixture = ({ parts }: NonNullable<Magnitude['mixture']>): Sampler => {
  const draw = drawn(parts.map(({ weight }) => weight))
  const samplers = parts.map(({ magnitude }) => samplerOf(magnitude))
  let some = new Float64Array(0)
  return (stream, out, count) => {
    const places = draw(stream, count)
    if (some.length < count) some = new Float64Array(count)
    samplers.forEach((sampler, part) => {
      let own = 0
      for (let i = 0; i < count; i++) if (places[i] === part) own++
      sampler(stream, some, own)
      for (let i = 0, next = 0; i < count; i++) if (places[i] === part) out[i] = some[next++]!
    })
  }
}

/** How the costs of single events are drawn. */
export const samplerOf = (magnitude: Magnitude): Sampler => {
  const given = magnitude
  if (given.lognormal !== undefined) return lognormal(logOf(given.lognormal))
  if (given.pert !== undefined) return pert(given.pert)
  if (given.modifiedPert !== undefined) return pert(given.modifiedPert)
  if (given.uniform !== undefined) return uniform(given.uniform)
  if (given.constant !== undefined) return constant(given.constant.amount)
  if (given.empirical !== undefined) return empirical(given.empirical)
  return mixture(given.mixture!)
}
