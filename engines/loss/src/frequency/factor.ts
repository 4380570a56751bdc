/** Scenarios that may go together: each of their years takes as many normal numbers. */
export const mostTogether = 100

interface Pair {
  readonly between: readonly [string, string]
  readonly coefficient: number
}
export interface Factor {
  readonly ids: readonly string[]
  /** Lower triangle: row i times independent normal numbers is the number of scenario i. */
  readonly rows: readonly Float64Array[]
}

/** Below this a remainder is taken for nothing: perfect correlation leaves some by rounding. */
const nothing = 1e-10

/** Cholesky factor of the correlation matrix; null when no numbers can be correlated like that. O(n³). */
export const factorOf = (correlations: readonly Pair[]): Factor | null => {
  const ids = [...new Set(correlations.flatMap(({ between }) => between))]
  const place = new Map(ids.map((id, i) => [id, i]))
  const matrix = ids.map((_, i) => Float64Array.from(ids, (_one, j) => (i === j ? 1 : 0)))
  for (const { between: [a, b], coefficient } of correlations) {
    const [i, j] = [place.get(a)!, place.get(b)!]
    matrix[i]![j] = coefficient
    matrix[j]![i] = coefficient
  }
  const rows: Float64Array[] = []
  for (let i = 0; i < ids.length; i++) {
    const row = new Float64Array(i + 1)
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!
      for (let k = 0; k < j; k++) rest -= row[k]! * (j === i ? row[k]! : rows[j]![k]!)
      if (j === i) {
        if (rest < -nothing) return null
        row[j] = Math.sqrt(Math.max(0, rest))
      } else if (rows[j]![j]! > nothing) row[j] = rest / rows[j]![j]!
      else if (Math.abs(rest) > Math.sqrt(nothing)) return null
    }
    rows.push(row)
  }
  return { ids, rows }
}
