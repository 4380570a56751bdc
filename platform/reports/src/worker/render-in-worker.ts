import type { Report, ReportFormat } from '../model/report.ts'
import type { Job } from './queue.ts'
import { RenderQueue } from './queue.ts'

export interface RenderOptions {
  /** Cancels a waiting or running report; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Milliseconds of work, not of waiting; 60,000 when absent. */
  readonly timeLimitMs?: number
}

const queue = new RenderQueue()

/**
 * Makes a report in a worker thread, so that the server goes on answering: the event loop is held only while
 * portions of the model are copied (some 5 ms each). One at a time, in order of arrival; up to 50 wait. XLSX is held
 * in memory here: for 100,000 rows and more use `toXlsx` with a stream. Rejects with ReportError (`invalid`,
 * `too-large`, `busy`, `time-limit`, `failed`) or with the abort reason.
 */
export async function renderInWorker(report: Report, format: ReportFormat, options: RenderOptions = {}): Promise<Uint8Array> {
  const { signal, timeLimitMs = 60_000 } = options
  signal?.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const job: Job = {
    report,
    format,
    timeLimitMs,
    settle: (result) => (result instanceof Uint8Array ? resolve(result) : reject(result.error)),
  }
  const abort = (): void => {
    queue.cancel(job)
    reject(signal?.reason)
  }
  signal?.addEventListener('abort', abort, { once: true })
  try {
    queue.add(job)
    return await promise
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}
