import { blockYears, prepare, simulateBlock, summarise, tailOfBlock, type Correlation, type Scenario, type Summary } from '@heng/engine-loss'

/** Scenarios from one place to another that are simulated at a time, in memory that all workers share. */
export interface Job {
  readonly scenarios: readonly Scenario[]
  readonly correlations: readonly Correlation[] | undefined
  readonly from: number
  readonly to: number
  readonly years: number
  readonly seed: number
  /** Losses, scenario after scenario, each with all its years. */
  readonly losses: SharedArrayBuffer
  /** Sums of all scenarios so far. */
  readonly portfolio: SharedArrayBuffer
  /** Blocks that are taken at a time. */
  readonly stride: number
  /** Next piece to take, pieces done, and whether to stop. */
  readonly marks: SharedArrayBuffer
  readonly alike?: boolean | undefined
  /** Where to count years as bad ones, and sums of losses in them, block after block, each with all scenarios. */
  readonly tail?: { readonly threshold: number; readonly sums: SharedArrayBuffer }
}
export const marksOf = { next: 0, done: 1, stopped: 2 } as const
export const markCount = 3

export type Step = 'draw' | 'summarise' | 'tail'
/** A summary of a scenario, or, behind the last of them, of their sum. */
export interface Told {
  readonly place: number
  readonly summary: Summary
}

/** Numbers of the pieces of a step, one at a time, each taken by one worker only. */
function* taken(marks: Int32Array, count: number): Generator<number> {
  while (Atomics.load(marks, marksOf.stopped) === 0) {
    const next = Atomics.add(marks, marksOf.next, 1)
    if (next >= count) return
    yield next
    Atomics.add(marks, marksOf.done, 1)
  }
}

/**
 * Draws ranges of years, of each all scenarios in their order: whoever draws a year adds it up, so that sums come out the same
 * whatever the number of workers.
 */
const draw = (job: Job): void => {
  const { years, seed, stride, from: first, to: end } = job
  const prepared = prepare(job.scenarios, job.correlations, job.alike).slice(first, end)
  const portfolio = new Float64Array(job.portfolio)
  const blocks = Math.ceil(years / blockYears)
  for (const piece of taken(new Int32Array(job.marks), Math.ceil(blocks / stride))) {
    for (let block = piece * stride; block < Math.min(blocks, (piece + 1) * stride); block++) {
      const [from, to] = [block * blockYears, Math.min(years, (block + 1) * blockYears)]
      for (const [i, scenario] of prepared.entries()) {
        const losses = new Float64Array(job.losses, 8 * (i * years + from), to - from)
        simulateBlock(scenario, seed, block, losses)
        for (let year = 0; year < losses.length; year++) portfolio[from + year] = portfolio[from + year]! + losses[year]!
      }
    }
  }
}

const summariseAll = (job: Job): Told[] => {
  const told: Told[] = []
  const { scenarios, years, from, to } = job
  // The sum is complete with the last scenarios.
  const places = to - from + (to === scenarios.length ? 1 : 0)
  for (const at of taken(new Int32Array(job.marks), places)) {
    told.push({ place: from + at, summary: summarise(from + at === scenarios.length ? new Float64Array(job.portfolio) : new Float64Array(job.losses, 8 * at * years, years)) })
  }
  return told
}

/** Draws all scenarios once more: their losses are kept for as many as memory holds only. */
const tail = ({ scenarios, correlations, alike, years, seed, portfolio, stride, marks, tail }: Job): void => {
  const prepared = prepare(scenarios, correlations, alike)
  const sums = new Float64Array(tail!.sums)
  const blocks = Math.ceil(years / blockYears)
  for (const piece of taken(new Int32Array(marks), Math.ceil(blocks / stride))) {
    for (let block = piece * stride; block < Math.min(blocks, (piece + 1) * stride); block++) tailOfBlock(prepared, seed, block, new Float64Array(portfolio), tail!.threshold, sums)
  }
}

export const work = (step: Step, job: Job): Told[] => {
  if (step === 'summarise') return summariseAll(job)
  if (step === 'tail') tail(job)
  else draw(job)
  return []
}
