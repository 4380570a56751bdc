import { errorOfResponse, networkError } from './apiError.ts'
import { currentLocale } from '../text/locale.ts'

export const apiBase = '/api/v1'

const retryable = new Set([502, 503, 504])
const waits = [400, 1_500]

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)), { once: true })
  })

type Listener = () => void
const expired = new Set<Listener>()

/** Calls `listener` whenever a call is answered with 401. Returns the function that stops it. */
export const onSessionExpired = (listener: Listener): (() => void) => {
  expired.add(listener)
  return () => expired.delete(listener)
}

const bodyOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

/**
 * Sends a request with the caller's language and session. Reads, and writes that carry an `Idempotency-Key`, are
 * repeated twice when no answer came or a gateway answered 502–504; the key stays the same, so nothing happens twice.
 * Throws `ApiError` for every answer outside 2xx.
 */
export const send = async (request: Request): Promise<Response> => {
  request.headers.set('accept-language', currentLocale())
  // History says of each change where it came from: the browser, or another caller of the API.
  request.headers.set('x-heng-client', 'web')
  const mayRepeat = request.method === 'GET' || request.headers.has('idempotency-key')
  for (let attempt = 0; ; attempt += 1) {
    const wait = mayRepeat ? waits[attempt] : undefined
    let response: Response
    try {
      response = await fetch(request.clone(), { credentials: 'same-origin' })
    } catch (cause) {
      if (request.signal.aborted) throw cause
      if (wait === undefined) throw networkError(cause)
      await pause(wait, request.signal)
      continue
    }
    if (response.ok) return response
    if (wait !== undefined && retryable.has(response.status)) {
      await pause(wait, request.signal)
      continue
    }
    if (response.status === 401) for (const listener of expired) listener()
    throw errorOfResponse(response.status, await bodyOf(response), response.headers.get('x-request-id') ?? undefined)
  }
}

/** Calls a route below `/api/v1` that has no typed operation at hand (a remote select, a file). Throws `ApiError`. */
export const callApi = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
  const response = await send(new Request(new URL(apiBase + path, location.origin), init))
  return (await response.json()) as T
}
