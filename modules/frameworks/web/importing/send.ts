import { callApi } from '@heng/web-kit'
import type { ImportRequest } from '../../contract/index.ts'

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(file)
  })

/** Files as the import routes take them. */
export const filesFor = (files: readonly File[]): Promise<ImportRequest['files']> =>
  Promise.all(files.map(async (file) => ({ name: file.name, base64: await base64Of(file) })))

/** Posts to one of the room's streams below `/frameworks`; throws `ApiError`. */
export const post = <T>(org: string, path: string, body: unknown): Promise<T> =>
  callApi<T>(`/orgs/${org}/frameworks/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
