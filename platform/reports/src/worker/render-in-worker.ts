import type { Report, ReportFormat } from '../model/report.ts'
import type { Job } from './queue.ts'
import type { ReportFile } from './protocol.ts'
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
export const renderInWorker = (report: Report, format: ReportFormat, options: RenderOptions = {}): Promise<Uint8Array> => run(report, format, options)

/** The same of a report that `streamJson` or `toJson` wrote to a file: the thread reads it, so that a long one never passes through this one. Also `altered`. */
export const renderFileInWorker = (file: ReportFile, format: ReportFormat, options: RenderOptions = {}): Promise<Uint8Array> => run(file, format, options)

async function run(source: Job['source'], format: ReportFormat, { signal, timeLimitMs = 60_000 }: RenderOptions): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const job: Job = {
    source,
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
