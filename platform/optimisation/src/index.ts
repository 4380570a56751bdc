import { Worker } from 'node:worker_threads'
import type { Answer, Question } from './question.ts'

export { shares, type Answer, type Bought, type Halved, type Question } from './question.ts'

interface Watch {
  readonly progress?: (done: number, of: number) => void
  /** Ends the work at once; `optimise` then throws what it was stopped with. */
  readonly signal?: AbortSignal
}
type Told = { readonly done: number; readonly of: number } | { readonly answer: Answer }

/** Answers a question in a thread of its own. Throws what the engine throws for problems that are none. */
export const optimise = async (question: Question, { progress, signal }: Watch = {}): Promise<Answer> => {
  signal?.throwIfAborted()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: question })
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const stop = (): void => reject(signal!.reason as Error)
      signal?.addEventListener('abort', stop, { once: true })
      worker.on('message', (told: Told) => {
        if ('answer' in told) resolve(told.answer)
        else progress?.(told.done, told.of)
      })
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('the worker ended before its work was done')))
    })
  } finally {
    await worker.terminate()
  }
}
