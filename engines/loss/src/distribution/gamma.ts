import { logGamma } from './beta.ts'

const steps = 10_000
const enough = 1e-15

/** Probability that a gamma number of this shape and scale 1 is at most x: the regularised incomplete gamma function (NIST Digital Library of Mathematical Functions 8.7.1, 8.9.2). */
export const gammaCdf = (x: number, shape: number): number => {
  if (x <= 0) return 0
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape + 1))
  if (x < shape + 1) {
    let [term, sum] = [1, 1]
    for (let n = 1; n < steps && term > sum * enough; n++) sum += term *= x / (shape + n)
    return Math.min(1, front * sum)
  }
  // Lentz's method for the continued fraction of what lies above.
  let b = x + 1 - shape
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let n = 1; n < steps; n++) {
    const a = n * (shape - n)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    value *= c * d
    if (Math.abs(c * d - 1) < enough) break
  }
  return Math.min(1, Math.max(0, 1 - front * shape * value))
}

/** The number that a gamma number of this shape and scale 1 stays below with probability p, to twelve digits. */
export const gammaQuantile = (p: number, shape: number): number => {
  if (p <= 0) return 0
  // In logarithms: small shapes have quantiles hundreds of orders below their mean.
  let [low, high] = [-700, Math.log(shape + 40 * Math.sqrt(shape) + 100)]
  for (let i = 0; i < 120 && high - low > 1e-13; i++) {
    const middle = (low + high) / 2
    if (gammaCdf(Math.exp(middle), shape) < p) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}
