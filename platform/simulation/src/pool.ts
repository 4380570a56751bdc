import { Worker } from 'node:worker_threads'
import { blockYears, tailOf, thresholdOf, type Simulated, type Summary, type Wanted } from '@heng/engine-loss'
import { markCount, marksOf, type Job, type Step, type Told } from './task.ts'

/** Losses that are held at a time: 256 MB. */
const mostHeld = 32_000_000
/** Pieces of work for each worker, so that none waits long for another. */
const piecesEach = 8
/** Drawing is about so much of the work, summing up the rest. */
const drawing = 0.7
/** How often is told how far the work is, in ms. */
const tellEvery = 100

export interface Pooled extends Wanted {
  /** Stops the work; `simulate` then throws what it was stopped with. */
  readonly signal?: AbortSignal
}

/** Worker threads that simulate; kept, they answer small questions without being started. */
export interface Pool {
  simulate: (wanted: Pooled) => Promise<Simulated>
  close: () => Promise<void>
}

const answer = (worker: Worker, step: Step, job: Job): Promise<Told[]> =>
  new Promise((resolve, reject) => {
    const over = (act: () => void): void => {
      worker.off('message', told)
      worker.off('error', failed)
      worker.off('exit', ended)
      act()
    }
    const told = (message: Told[]): void => over(() => resolve(message))
    const failed = (error: unknown): void => over(() => reject(error as Error))
    const ended = (): void => over(() => reject(new Error('a worker ended before its work was done')))
    worker.on('message', told)
    worker.on('error', failed)
    worker.on('exit', ended)
    worker.postMessage({ step, job })
  })

interface PoolOptions {
  /** Idle workers do not keep the process: for a server, which is kept by what it listens to. */
  readonly background?: boolean
}

/** One question at a time; further ones wait. The figures are those of `simulate`, bit for bit, whatever the number of workers. */
export const createPool = (size: number, { background = false }: PoolOptions = {}): Pool => {
  const workers = Array.from({ length: size }, () => new Worker(new URL('./worker.ts', import.meta.url)))
  let last: Promise<unknown> = Promise.resolve()
  let isBroken = false
  for (const worker of workers) {
    if (background) worker.unref()
    // Without a listener an error between two questions would end the process.
    worker.on('error', () => (isBroken = true))
    worker.on('exit', () => (isBroken = true))
  }
  const simulate = async ({ scenarios, correlations, years, seed, alike, tail, progress, signal }: Pooled): Promise<Simulated> => {
    // What the others still say after one has failed belongs to no later question.
    if (isBroken) throw new Error('a worker of the pool has ended; a new pool is needed')
    const groupSize = Math.max(1, Math.floor(mostHeld / years))
    const marks = new SharedArrayBuffer(4 * markCount)
    const sums = new SharedArrayBuffer(8 * years)
    let portfolio: Summary | undefined
    const losses = new SharedArrayBuffer(8 * years * Math.min(groupSize, scenarios.length))
    const told: (Summary & { id: string })[] = []
    const view = new Int32Array(marks)
    const stop = (): void => void Atomics.store(view, marksOf.stopped, 1)
    signal?.addEventListener('abort', stop)
    const stride = Math.max(1, Math.ceil(years / blockYears / (size * piecesEach)))
    const groups = Math.ceil(scenarios.length / groupSize)
    // Every scenario once more for the tail.
    const of = tail === undefined ? groups : groups * (1 + drawing)
    // How much of all is done before this step, how much the step is, and how many pieces it has.
    let [before, share, pieces] = [0, 0, 1]
    const tell = (): void => progress?.(before + share * Math.min(1, Atomics.load(view, marksOf.done) / pieces), of)
    const timer = progress === undefined ? undefined : setInterval(tell, tellEvery)
    const run = async (step: Step, from: number, to: number, more?: Pick<Job, 'tail'>): Promise<Told[]> => {
      signal?.throwIfAborted()
      Atomics.store(view, marksOf.next, 0)
      Atomics.store(view, marksOf.done, 0)
      const job: Job = { scenarios, correlations, from, to, years, seed, losses, portfolio: sums, stride, marks, alike, ...more }
      const all = await Promise.all(workers.map((worker) => answer(worker, step, job)))
      signal?.throwIfAborted()
      return all.flat()
    }
    try {
      for (let from = 0; from < scenarios.length; from += groupSize) {
        const to = Math.min(scenarios.length, from + groupSize)
        ;[share, pieces] = [drawing, Math.ceil(years / blockYears / stride)]
        await run('draw', from, to)
        ;[before, share, pieces] = [before + drawing, 1 - drawing, to - from + 1]
        for (const { place, summary } of await run('summarise', from, to)) {
          if (place === scenarios.length) portfolio = summary
          else told[place] = { id: scenarios[place]!.id, ...summary }
        }
        before += 1 - drawing
      }
      if (tail === undefined) {
        progress?.(of, of)
        return { portfolio: portfolio!, scenarios: told }
      }
      ;[share, pieces] = [groups * drawing, Math.ceil(years / blockYears / stride)]
      const all = new Float64Array(sums)
      const threshold = thresholdOf(all, tail)
      const parts = new SharedArrayBuffer(8 * Math.ceil(years / blockYears) * scenarios.length)
      await run('tail', 0, scenarios.length, { tail: { threshold, sums: parts } })
      progress?.(of, of)
      return { portfolio: portfolio!, scenarios: told, tail: tailOf(tail, all, threshold, new Float64Array(parts), scenarios.length) }
    } finally {
      clearInterval(timer)
      signal?.removeEventListener('abort', stop)
    }
  }
  return {
    simulate: (wanted) => {
      const mine = last.then(() => simulate(wanted))
      last = mine.catch(() => undefined)
      return mine
    },
    close: async () => {
      await last
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
