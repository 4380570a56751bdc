import { rowsByIds, startJob, type Ctx, type JobHandler, type JobRun } from '@heng/server-kit'
import { figuresFrom } from '../model/bases.ts'
import { quantification } from './register.ts'
import { inputsOf, keep } from './simulate.ts'
import { notFresh } from './store.ts'

interface Input {
  /** Null for whatever is not fresh when the job runs. */
  readonly ids: readonly string[] | null
  readonly by: string | null
  readonly years?: number
  readonly seed?: number
}

export const simulateOutdated = async (ctx: Ctx) => ({ jobId: await startJob(ctx, 'quantification.simulate', { ids: null, by: ctx.caller.personId } satisfies Input) })

/** Reports progress while workers are busy, and stops them when the job is to stop. */
export const watched = async <T>(progress: JobRun['progress'], total: number, from: number, work: (told: (done: number, of: number) => void, signal: AbortSignal) => Promise<T>): Promise<T> => {
  const stop = new AbortController()
  let [at, last] = [from, Promise.resolve()]
  const told = (done: number, of: number): void => {
    at = Math.min(total - 1, from + Math.floor(done / of))
    last = last.then(() => progress(at, total)).catch((error: unknown) => stop.abort(error))
  }
  const result = await work(told, stop.signal)
  await last
  stop.signal.throwIfAborted()
  return result
}

/** One risk after the other, each kept as soon as it is done: what is done stays when somebody cancels. */
export const simulateMany: JobHandler = async ({ input, transaction, progress }) => {
  const { ids, by, years, seed } = input as Input
  const wanted = ids ?? await transaction(notFresh)
  await progress(0, 100 * wanted.length)
  let done = 0
  for (const id of wanted) {
    const inputs = await transaction(async (ctx) => {
      const [row] = await rowsByIds(ctx, quantification, [id])
      return row === undefined || row.archivedAt !== null ? null : inputsOf(ctx, row, { years, seed })
    })
    if (inputs !== null) {
      const bases = await watched(progress, 100 * wanted.length, 100 * done, (told, signal) => figuresFrom(inputs, { signal, progress: (part, of) => told(100 * part, of) }, 'later'))
      await transaction((ctx) => keep(ctx, id, inputs, bases, by))
    }
    done++
    await progress(100 * done, 100 * wanted.length)
  }
  return { simulated: done }
}

