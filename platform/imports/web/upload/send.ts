import { ApiError } from '@heng/web-kit'

export interface Sent {
  readonly uploadId: string
}

/**
 * Sends a file as it lies on the disk, saying how far it is (0–1). `fetch` cannot say that, hence the older way.
 * Throws `ApiError`; `signal` stops it.
 */
export const sendFile = (org: string, file: File, locale: string, onProgress: (part: number) => void, signal: AbortSignal): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = (status: number, body: Partial<{ code: string; message: string; hint: string }>) =>
      reject(new ApiError({ code: body.code ?? (status === 0 ? 'network' : 'http'), status, message: body.message ?? '', hint: body.hint }))
    request.open('PUT', `/api/v1/orgs/${encodeURIComponent(org)}/import-uploads?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', locale)
    request.setRequestHeader('x-heng-client', 'web')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    request.addEventListener('load', () => (request.status < 300 ? resolve(request.response as Sent) : fail(request.status, (request.response ?? {}) as object)))
    request.addEventListener('error', () => fail(0, {}))
    request.addEventListener('abort', () => reject(signal.reason as Error))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
