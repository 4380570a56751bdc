/** One field of an input that was refused: where, which rule, with what allowed. */
export interface FieldIssue {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** The body of every error response, over HTTP, in the CLI and in the typed client. */
export interface ErrorBody {
  readonly code: string
  readonly status: number
  /** In the caller's language. */
  readonly message: string
  /** What to do about it, in the caller's language. */
  readonly hint?: string
  readonly fields?: readonly FieldIssue[]
  readonly data?: unknown
  readonly requestId?: string
}

export interface ErrorOptions {
  readonly status?: number
  readonly params?: Readonly<Record<string, unknown>>
  readonly fields?: readonly { path: string; code: string; params?: Readonly<Record<string, unknown>> }[]
  readonly data?: unknown
  readonly cause?: unknown
}

/**
 * An error that a caller may see. `code` is a key of a room's `errors` catalogue, so its message
 * exists in both languages; anything that is not a HengError is reported as `internal` without detail.
 */
export class HengError extends Error {
  readonly code: string
  readonly status: number
  readonly params: Readonly<Record<string, unknown>>
  readonly fields: ErrorOptions['fields']
  readonly data: unknown

  constructor(code: string, options: ErrorOptions = {}) {
    super(code, { cause: options.cause })
    this.name = 'HengError'
    this.code = code
    this.status = options.status ?? 422
    this.params = options.params ?? {}
    this.fields = options.fields
    this.data = options.data
  }
}

export const notFound = (what = 'record'): HengError => new HengError('notFound', { status: 404, params: { what } })
export const forbidden = (): HengError => new HengError('forbidden', { status: 403 })
export const unauthenticated = (): HengError => new HengError('unauthenticated', { status: 401 })
export const invalid = (path: string, code: string, params?: Readonly<Record<string, unknown>>): HengError =>
  new HengError('invalid', { status: 422, fields: [{ path, code, params }] })
