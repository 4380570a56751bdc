import { normalCdf } from '../distribution/normal.ts'
import { fillNormal } from '../random/normal.ts'
import { Stream } from '../random/stream.ts'
import type { Factor } from './factor.ts'

/** Fills the first `count` places with numbers between 0 and 1 that go together with those of other scenarios. */
export type Together = (seed: number, block: number, out: Float64Array, count: number) => void

/**
 * For each scenario of a factor, how its numbers are drawn (Gaussian copula): every scenario has normal numbers of its own, and mixes in those of the
 * scenarios before it, so that any block of any scenario is drawn by itself.
 */
export const togetherOf = ({ ids, rows }: Factor): ReadonlyMap<string, Together> =>
  new Map(ids.map((id, i) => {
    const row = rows[i]!
    return [id, (seed, block, out, count) => {
      const one = new Float64Array(count)
      out.fill(0, 0, count)
      for (const [j, weight] of row.entries()) {
        if (weight === 0) continue
        fillNormal(new Stream(seed, ids[j]!, block, 'together'), one, count)
        for (let year = 0; year < count; year++) out[year] = out[year]! + weight * one[year]!
      }
      for (let year = 0; year < count; year++) out[year] = normalCdf(out[year]!)
    }]
  }))
