import type { Summary } from '@heng/engine-loss'
import type { Figures } from '../../contract/index.ts'

/** What is kept of a summary. */
export const figuresOf = ({ mean, standardDeviation, p50, p90, p95, p99, es95, es99, probabilityOfLoss, maximum, intervals, exceedance }: Summary): Figures => {
  const pair = ([low, high]: readonly [number, number]): [number, number] => [low, high]
  return {
    mean, standardDeviation, p50, p90, p95, p99, es95, es99, probabilityOfLoss, maximum,
    intervals: {
      mean: pair(intervals.mean), p50: pair(intervals.p50), p90: pair(intervals.p90), p95: pair(intervals.p95), p99: pair(intervals.p99),
      es95: pair(intervals.es95), es99: pair(intervals.es99), probabilityOfLoss: pair(intervals.probabilityOfLoss),
    },
    exceedance: exceedance.map(({ loss, probability, interval }) => ({ loss, probability, interval: pair(interval) })),
  }
}
