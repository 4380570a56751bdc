import { logOf, shapesOf } from '../magnitude/sampler.ts'
import type { Magnitude } from '../schema.ts'
import { betaCdf, logGamma } from './beta.ts'
import { normalCdf } from './normal.ts'

type Function = (x: number) => number
const sum = (parts: readonly number[]): number => parts.reduce((all, one) => all + one, 0)

/** Shares of parts by their weights. */
const sharesOf = (weights: readonly number[]): number[] => {
  const all = sum(weights)
  return weights.map((weight) => weight / all)
}
const empirical = ({ values, weights }: NonNullable<Magnitude['empirical']>): [number, number][] => {
  const shares = sharesOf(weights ?? values.map(() => 1))
  return values.map((value, i) => [value, shares[i]!])
}

/** Probability that a number so distributed is at most x, and less than x where `strictly`. */
export const cdf = (given: Magnitude, strictly = false): Function => {
  const step = (at: number) => (x: number): number => (strictly ? (x > at ? 1 : 0) : x >= at ? 1 : 0)
  if (given.lognormal !== undefined) {
    const { mu, sigma } = logOf(given.lognormal)
    return sigma === 0 ? step(Math.exp(mu)) : (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / sigma))
  }
  const pert = given.pert ?? given.modifiedPert
  if (pert !== undefined) {
    const { min, max } = pert
    if (min === max) return step(min)
    const { alpha, beta } = shapesOf(pert)
    return (x) => betaCdf((x - min) / (max - min), alpha, beta)
  }
  if (given.uniform !== undefined) {
    const { min, max } = given.uniform
    return min === max ? step(min) : (x) => Math.min(1, Math.max(0, (x - min) / (max - min)))
  }
  if (given.constant !== undefined) return step(given.constant.amount)
  if (given.empirical !== undefined) {
    const parts = empirical(given.empirical).toSorted(([a], [b]) => a - b)
    let all = 0
    const upTo = parts.map(([, share]) => (all += share))
    return (x) => {
      // How many values lie before x, or at it, too.
      let [low, high] = [0, parts.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (strictly ? parts[middle]![0] < x : parts[middle]![0] <= x) low = middle + 1
        else high = middle
      }
      return low === 0 ? 0 : upTo[low - 1]!
    }
  }
  const { parts } = given.mixture!
  const shares = sharesOf(parts.map(({ weight }) => weight))
  const functions = parts.map(({ magnitude }) => cdf(magnitude, strictly))
  return (x) => sum(functions.map((one, i) => shares[i]! * one(x)))
}

/** Intervals of Simpson's rule. */
const intervals = 4_000
const integral = (of: Function, from: number, to: number): number => {
  const width = (to - from) / intervals
  let all = of(from) + of(to)
  for (let i = 1; i < intervals; i++) all += (i % 2 === 0 ? 2 : 4) * of(from + i * width)
  return (all * width) / 3
}

/** Expected value of a function of a number so distributed, for functions between 0 and 1; to some eight digits. */
export const expectation = (given: Magnitude, of: Function): number => {
  if (given.lognormal !== undefined) {
    const { mu, sigma } = logOf(given.lognormal)
    return sigma === 0 ? of(Math.exp(mu)) : integral((z) => (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * of(Math.exp(mu + sigma * z)), -8, 8)
  }
  const pert = given.pert ?? given.modifiedPert
  if (pert !== undefined) {
    const { min, max } = pert
    if (min === max) return of(min)
    const { alpha, beta } = shapesOf(pert)
    const log = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta)
    return integral((x) => (x <= 0 || x >= 1 ? (alpha === 1 && x <= 0) || (beta === 1 && x >= 1) ? Math.exp(log) : 0 : Math.exp(log + (alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x))) * of(min + (max - min) * x), 0, 1)
  }
  if (given.uniform !== undefined) {
    const { min, max } = given.uniform
    return min === max ? of(min) : integral(of, min, max) / (max - min)
  }
  if (given.constant !== undefined) return of(given.constant.amount)
  if (given.empirical !== undefined) return sum(empirical(given.empirical).map(([value, share]) => share * of(value)))
  const { parts } = given.mixture!
  const shares = sharesOf(parts.map(({ weight }) => weight))
  return sum(parts.map(({ magnitude }, i) => shares[i]! * expectation(magnitude, of)))
}

/**
 * Probability that a threat's capability exceeds a control's strength, both on one scale: the vulnerability of FAIR (The Open Group,
 * O-RT 3.0). Of two alike the control holds.
 */
export const exceeds = (capability: Magnitude, strength: Magnitude): number => Math.min(1, Math.max(0, expectation(capability, cdf(strength, true))))
