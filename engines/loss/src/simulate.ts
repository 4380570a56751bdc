import { countsOf, thinned } from './frequency/counts.ts'
import { samplerOf, type Sampler } from './magnitude/sampler.ts'
import type { Discrete } from './random/discrete.ts'
import { Stream } from './random/stream.ts'
import type { Scenario } from './schema.ts'

/** Years that are drawn from one stream: the unit in which work is divided, so that any number of workers draws the same. */
export const blockYears = 8_192
const piece = 4_096

/** A scenario made ready to be drawn. */
export interface Prepared {
  readonly id: string
  readonly counts: Discrete
  /** What an event costs the organisation: first and further losses, capped, without what the insurer pays. */
  readonly cost: Sampler
}

const withSecondary = (first: Sampler, { probability, magnitude }: NonNullable<Scenario['secondary']>): Sampler => {
  const further = samplerOf(magnitude)
  const follows = new Float64Array(piece)
  const which = new Uint8Array(piece)
  return (stream, out, count) => {
    first(stream, out, count)
    let some = 0
    for (let i = 0; i < count; i++) some += which[i] = stream.uniform() < probability ? 1 : 0
    further(stream, follows, some)
    for (let i = 0, next = 0; i < count; i++) if (which[i] === 1) out[i] = out[i]! + follows[next++]!
  }
}

const retained = (gross: Sampler, { cap = Infinity, insurance }: Scenario): Sampler =>
  cap === Infinity && insurance === undefined
    ? gross
    : (stream, out, count) => {
        gross(stream, out, count)
        const { deductible, limit } = insurance ?? { deductible: Infinity, limit: 0 }
        for (let i = 0; i < count; i++) {
          const cost = Math.min(out[i]!, cap)
          out[i] = cost - Math.min(Math.max(cost - deductible, 0), limit)
        }
      }

export const prepare = (scenario: Scenario): Prepared => {
  const { id, frequency, vulnerability = 1, magnitude, secondary } = scenario
  const first = samplerOf(magnitude)
  return { id, counts: countsOf(thinned(frequency, vulnerability)), cost: retained(secondary === undefined ? first : withSecondary(first, secondary), scenario) }
}

const events = new Int32Array(blockYears)
const costs = new Float64Array(piece)

/**
 * Draws the years of one block: the sum of as many costs as there are events in each (never frequency times magnitude, which
 * makes the bad years of rare events too mild and those of frequent ones too bad). O(years + events).
 */
export const simulateBlock = ({ id, counts, cost }: Prepared, seed: number, block: number, out: Float64Array): void => {
  const stream = new Stream(seed, id, block)
  const years = out.length
  counts.draw(stream, events, years)
  let total = 0
  for (let year = 0; year < years; year++) total += events[year]!
  let [year, left, sum] = [0, events[0]!, 0]
  for (let from = 0; from < total; from += piece) {
    const size = Math.min(piece, total - from)
    cost(stream, costs, size)
    for (let i = 0; i < size; i++) {
      while (left === 0) {
        out[year] = sum
        sum = 0
        left = events[++year]!
      }
      sum += costs[i]!
      left--
    }
  }
  for (; year < years; year++) {
    out[year] = sum
    sum = 0
  }
}

/** Losses of years 0 … out.length − 1 of a scenario. */
export const simulateYears = (scenario: Prepared, seed: number, out: Float64Array): void => {
  for (let block = 0; block * blockYears < out.length; block++) simulateBlock(scenario, seed, block, out.subarray(block * blockYears, (block + 1) * blockYears))
}
