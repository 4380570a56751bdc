import type { LossModel } from '../../contract/index.ts'
import { quantile } from '@heng/engine-loss'

/** Mean and mean square of a cost by its quantiles: slow, and not what the product does. */
export const magnitudeMean = (given: LossModel['magnitude']): { mean: number; square: number } => {
  const steps = 40_000
  let [mean, square] = [0, 0]
  // Ends are finer: the square lives in the tail.
  for (let i = 0; i < steps; i++) {
    const [a, b] = [i / steps, (i + 1) / steps].map((x) => (1 - Math.cos(Math.PI * x)) / 2) as [number, number]
    const x = quantile(given, Math.min(1 - 1e-12, Math.max(1e-12, (a + b) / 2)))
    mean += x * (b - a)
    square += x * x * (b - a)
  }
  return { mean, square }
}
