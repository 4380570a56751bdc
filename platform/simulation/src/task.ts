import { blockYears, prepare, simulateBlock, summarise, type Prepared, type Scenario, type Summary } from '@heng/engine-loss'

/** Scenarios that are simulated together, in memory that all workers share. */
export interface Job {
  readonly scenarios: readonly Scenario[]
  readonly years: number
  readonly seed: number
  /** Losses, scenario after scenario, each with all its years. */
  readonly losses: SharedArrayBuffer
  /** Sums of all scenarios so far, and whether these are the last. */
  readonly portfolio: SharedArrayBuffer
  readonly isLast: boolean
  /** Blocks that are taken at a time. */
  readonly stride: number
  /** Next piece to take, pieces done, and whether to stop. */
  readonly marks: SharedArrayBuffer
}
export const marksOf = { next: 0, done: 1, stopped: 2 } as const
export const markCount = 3

export type Step = 'draw' | 'summarise'
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
  const { years, seed, stride } = job
  const prepared: Prepared[] = job.scenarios.map(prepare)
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
  const { scenarios, years } = job
  for (const place of taken(new Int32Array(job.marks), scenarios.length + (job.isLast ? 1 : 0))) {
    told.push({ place, summary: summarise(place === scenarios.length ? new Float64Array(job.portfolio) : new Float64Array(job.losses, 8 * place * years, years)) })
  }
  return told
}

export const work = (step: Step, job: Job): Told[] => {
  if (step === 'summarise') return summariseAll(job)
  draw(job)
  return []
}
