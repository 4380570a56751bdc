import { ApiError } from '@heng/web-kit'
import type { ErrorBody } from '@heng/contract'
import type { FileRow } from '../../contract/index.ts'

/** Address of a file, or without id of the place that takes new ones. */
export const fileAddress = (org: string, id?: string): string => `/api/v1/orgs/${encodeURIComponent(org)}/files${id === undefined ? '' : `/${id}`}`

/**
 * Sends a file as it is. By XMLHttpRequest because `fetch` does not tell how much was sent. Rejects with `ApiError`;
 * an aborted upload rejects with the code `aborted`.
 */
export const uploadFile = (org: string, file: File, options: { signal: AbortSignal; locale: string; onProgress: (sent: number) => void }): Promise<FileRow> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `${fileAddress(org)}?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', options.locale)
    request.setRequestHeader('x-heng-client', 'web')
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) => options.onProgress(event.loaded))
    request.addEventListener('load', () => {
      if (request.status === 201) return resolve(request.response as FileRow)
      const body = request.response as ErrorBody | null
      return reject(new ApiError(body ?? { code: 'http', status: request.status, message: '' }))
    })
    request.addEventListener('error', () => reject(new ApiError({ code: 'network', status: 0, message: '' })))
    request.addEventListener('abort', () => reject(new ApiError({ code: 'aborted', status: 0, message: '' })))
    options.signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
