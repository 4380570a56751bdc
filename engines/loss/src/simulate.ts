import { countsOf, thinned } from './frequency/counts.ts'
import { exceeds } from './distribution/cdf.ts'
import { factorOf } from './frequency/factor.ts'
import { togetherOf, type Together } from './frequency/together.ts'
import { samplerOf, type Sampler } from './magnitude/sampler.ts'
import type { Discrete } from './random/discrete.ts'
import { Stream } from './random/stream.ts'
import type { Correlation, Scenario } from './schema.ts'

/** Years that are drawn from one stream: the unit in which work is divided, so that any number of workers draws the same. */
export const blockYears = 8_192
const piece = 4_096

/** A scenario made ready to be drawn. */
export interface Prepared {
  readonly id: string
  readonly counts: Discrete
  /** What an event costs the organisation: first and further losses, capped, without what the insurer pays. */
  readonly cost: Sampler
  /** How its numbers of events go together with those of others; alone where it is not given. */
  readonly together: Together | undefined
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

/** Probability that a threat event becomes a loss. */
const vulnerabilityOf = ({ vulnerability = 1 }: Scenario): number =>
  typeof vulnerability === 'number' ? vulnerability : exceeds(vulnerability.capability, vulnerability.strength)

const prepareOne = (scenario: Scenario, together: Together | undefined): Prepared => {
  const { id, frequency, magnitude, secondary } = scenario
  const first = samplerOf(magnitude)
  return { id, counts: countsOf(thinned(frequency, vulnerabilityOf(scenario))), cost: retained(secondary === undefined ? first : withSecondary(first, secondary), scenario), together }
}

/**
 * Makes scenarios ready, with what goes together. Where scenarios are `alike`, variants of one another under one id, each takes its number of events from
 * the same share of all, so that they differ by their inputs and not by chance. Throws where correlations contradict one another;
 * `simulation` of the schema says so beforehand.
 */
export const prepare = (scenarios: readonly Scenario[], correlations: readonly Correlation[] = [], alike = false): Prepared[] => {
  const factor = factorOf(correlations)
  if (factor === null) throw new RangeError('no numbers are correlated like that')
  const together = togetherOf(factor)
  const alone = (id: string): Together | undefined => (alike ? togetherOf({ ids: [id], rows: [Float64Array.of(1)] }).get(id) : undefined)
  return scenarios.map((scenario) => prepareOne(scenario, together.get(scenario.id) ?? alone(scenario.id)))
}

const shares = new Float64Array(blockYears)
const events = new Int32Array(blockYears)
const costs = new Float64Array(piece)

/**
 * Draws the years of one block: the sum of as many costs as there are events in each (never frequency times magnitude, which
 * makes the bad years of rare events too mild and those of frequent ones too bad). O(years + events).
 */
export const simulateBlock = ({ id, counts, cost, together }: Prepared, seed: number, block: number, out: Float64Array): void => {
  const stream = new Stream(seed, id, block)
  const years = out.length
  if (together === undefined) counts.draw(stream, events, years)
  else {
    together(seed, block, shares, years)
    for (let year = 0; year < years; year++) events[year] = counts.at(shares[year]!)
  }
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
