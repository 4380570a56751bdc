// Lanczos's approximation of the gamma function, g = 7, nine terms: 15 digits.
const terms = [0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7]

/** Natural logarithm of the gamma function of x > 0. */
export const logGamma = (x: number): number => {
  const t = x + 6.5
  let sum = terms[0]!
  for (let i = 1; i < terms.length; i++) sum += terms[i]! / (x + i - 1)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

const steps = 400
const enough = 1e-15
const tiny = 1e-300

/** Continued fraction of the incomplete beta function by Lentz's method (NIST Digital Library of Mathematical Functions 8.17.22). */
const fraction = (x: number, a: number, b: number): number => {
  let c = 1
  let d = 1 / (Math.abs(1 - ((a + b) * x) / (a + 1)) < tiny ? tiny : 1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= steps; m++) {
    for (const term of [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))]) {
      d = 1 + term * d
      d = 1 / (Math.abs(d) < tiny ? tiny : d)
      c = 1 + term / c
      if (Math.abs(c) < tiny) c = tiny
      value *= c * d
    }
    if (Math.abs(c * d - 1) < enough) break
  }
  return value
}

/** Probability that a beta number of these shapes is at most x: the regularised incomplete beta function. */
export const betaCdf = (x: number, a: number, b: number): number => {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}
