import type { ErrorBody, FieldIssue } from '@heng/contract'

/** What every failed call throws: the server's `ErrorBody`, or `network` when no answer came (`status` 0). */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly hint: string | undefined
  readonly fields: readonly FieldIssue[]
  readonly data: unknown
  readonly requestId: string | undefined

  constructor(body: ErrorBody, options: { cause?: unknown } = {}) {
    super(body.message, options)
    this.name = 'ApiError'
    this.code = body.code
    this.status = body.status
    this.hint = body.hint
    this.fields = body.fields ?? []
    this.data = body.data
    this.requestId = body.requestId
  }
}

export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError

const isErrorBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && typeof (body as ErrorBody).code === 'string' && typeof (body as ErrorBody).message === 'string'

/**
 * Error of an HTTP answer. A body that is not an `ErrorBody` (a proxy's HTML page) becomes code `http` with an empty
 * message: the page that shows it words it in the reader's language.
 */
export const errorOfResponse = (status: number, body: unknown, requestId?: string): ApiError =>
  isErrorBody(body)
    ? new ApiError({ ...body, status, requestId: body.requestId ?? requestId })
    : new ApiError({ code: 'http', status, message: '', requestId })

export const networkError = (cause: unknown): ApiError => new ApiError({ code: 'network', status: 0, message: '' }, { cause })

/** Row that a 409 `versionConflict` brings along, or undefined for any other error. */
export const conflictingRow = (error: unknown): Readonly<Record<string, unknown>> | undefined => {
  if (!isApiError(error) || error.code !== 'versionConflict') return undefined
  const current = (error.data as { current?: unknown } | undefined)?.current
  return typeof current === 'object' && current !== null ? (current as Record<string, unknown>) : undefined
}
