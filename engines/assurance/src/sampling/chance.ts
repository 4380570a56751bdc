const exact = [0, 0]
/** ln k!: summed up to 255, then Stirling's series, which is exact to the last digits there. */
export const lnFactorial = (k: number): number => {
  if (k < 256) {
    for (let i = exact.length; i <= k; i += 1) exact.push(exact[i - 1]! + Math.log(i))
    return exact[k]!
  }
  return (k + 0.5) * Math.log(k) - k + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * k) - 1 / (360 * k ** 3)
}

const lnChoose = (n: number, k: number): number => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k)

/** Adds up chances given as logarithms. */
const total = (logs: readonly number[]): number => {
  const most = Math.max(...logs)
  if (most === -Infinity) return 0
  return Math.min(1, Math.exp(most) * logs.reduce((sum, log) => sum + Math.exp(log - most), 0))
}

const upTo = (last: number, term: (k: number) => number): number[] => Array.from({ length: last + 1 }, (_, k) => term(k))

/** P(X ≤ d) of d deviations in n items drawn from an endless population with this rate. O(d). */
export const binomialAtMost = (d: number, n: number, rate: number): number => {
  if (d >= n || rate <= 0) return 1
  if (rate >= 1) return 0
  return total(upTo(d, (k) => lnChoose(n, k) + k * Math.log(rate) + (n - k) * Math.log1p(-rate)))
}

/** P(X ≤ d) of d deviations in n items drawn without putting back from a population of which so many deviate. O(d). */
export const hypergeometricAtMost = (d: number, n: number, deviating: number, population: number): number => {
  const all = lnChoose(population, n)
  const [least, most] = [Math.max(0, n - (population - deviating)), Math.min(d, n, deviating)]
  if (most < least) return 0
  return total(upTo(most - least, (k) => lnChoose(deviating, least + k) + lnChoose(population - deviating, n - least - k) - all))
}
