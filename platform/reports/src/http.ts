import type { EventEmitter } from 'node:events'
import type { ReportFormat } from './model/report.ts'

/** What a file is sent as. */
export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
}

/** Aborts when the caller of a response has gone, so that nobody waits for a report that nobody wants. */
export const whenGone = (response: EventEmitter & { readonly writableEnded: boolean }): AbortSignal => {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableEnded) controller.abort(new Error('the caller has gone'))
  })
  return controller.signal
}
