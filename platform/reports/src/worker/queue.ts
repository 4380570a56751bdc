import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { ReportError } from '../model/error.ts'
import type { Report, ReportFormat } from '../model/report.ts'
import type { FromWorker, ReportFile, ToWorker } from './protocol.ts'
import { messagesFor } from './protocol.ts'

/** One report to make; `settle` is called once. */
export interface Job {
  /** At hand, or in a file that the worker reads itself. */
  readonly source: Report | ReportFile
  readonly format: ReportFormat
  readonly timeLimitMs: number
  settle(result: Uint8Array | { readonly error: unknown }): void
}

const MOST_WAITING = 50
/** An idle worker holds fonts and heap of some 300 MB. */
const IDLE_MS = 30_000
const HEAP_MB = 1_500

/**
 * One worker thread, kept warm between reports, and the queue before it. One report at a time: layout is bound by
 * CPU and memory, so a second thread would only double the memory. The worker is ended by a cancelled or overdue
 * job, by a crash and after 30 s without work; the next job starts another.
 */
export class RenderQueue {
  readonly #waiting: Job[] = []
  #running: Job | undefined
  #worker: Worker | undefined
  #limit: NodeJS.Timeout | undefined
  #idle: NodeJS.Timeout | undefined

  /** Throws ReportError `busy` when 50 reports wait already. */
  add(job: Job): void {
    if (this.#waiting.length >= MOST_WAITING)
      throw new ReportError('busy', '', `${MOST_WAITING} reports are waiting already; try again later`)
    this.#waiting.push(job)
    this.#next()
  }

  /** Takes a job back, whether it waits or runs. Does not settle it. */
  cancel(job: Job): void {
    const index = this.#waiting.indexOf(job)
    if (index >= 0) this.#waiting.splice(index, 1)
    if (this.#running === job) this.#drop()
  }

  #next(): void {
    if (this.#running !== undefined) return
    const job = this.#waiting.shift()
    if (job === undefined) return
    this.#running = job
    clearTimeout(this.#idle)
    this.#worker ??= this.#start()
    this.#worker.ref()
    const overdue = new ReportError('time-limit', '', `not finished within ${job.timeLimitMs} ms`)
    this.#limit = setTimeout(() => this.#fail(overdue), job.timeLimitMs)
    this.#send(this.#worker, job).catch((error: unknown) => {
      if (this.#running === job) this.#fail(error)
    })
  }

  async #send(worker: Worker, job: Job): Promise<void> {
    const { source, format } = job
    if ('sha256' in source) return worker.postMessage({ kind: 'file', file: source, format } satisfies ToWorker)
    for (const message of messagesFor(source, format)) {
      if (this.#running !== job) return
      worker.postMessage(message)
      await turn()
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    const mine = (react: () => void): void => {
      if (this.#worker === worker) react()
    }
    worker.on('message', (message: FromWorker) => mine(() => this.#receive(message)))
    worker.on('error', (error) => mine(() => this.#fail(new ReportError('failed', '', `the report worker died: ${error.message}`))))
    worker.on('exit', (code) => mine(() => this.#fail(new ReportError('failed', '', `the report worker ended with code ${code}`))))
    return worker
  }

  #receive(message: FromWorker): void {
    const job = this.#running
    this.#running = undefined
    clearTimeout(this.#limit)
    this.#worker?.unref()
    this.#idle = setTimeout(() => this.#drop(), IDLE_MS).unref()
    job?.settle(message.kind === 'done' ? message.bytes : { error: new ReportError(message.code, message.place, message.problem) })
    this.#next()
  }

  #fail(error: unknown): void {
    const job = this.#running
    this.#drop()
    job?.settle({ error })
  }

  #drop(): void {
    const worker = this.#worker
    this.#worker = undefined
    this.#running = undefined
    clearTimeout(this.#limit)
    clearTimeout(this.#idle)
    void worker?.terminate()
    this.#next()
  }
}
