import { errorWords, isApiError, useKitText, useLocale, useOrg, uuid } from '@heng/web-kit'
import { useEffect, useRef, useState } from 'react'
import type { FileRow } from '../../contract/index.ts'
import { uploadFile } from './upload.ts'

export interface Upload {
  readonly key: string
  readonly file: File
  /** Bytes sent so far. */
  readonly sent: number
  readonly state: 'waiting' | 'sending' | 'ready' | 'failed'
  readonly stored?: FileRow
  readonly error?: string
}

const atOnce = 3

/** Files on their way: up to three are sent at once, each may be called off; leaving calls all off. */
export const useUploads = () => {
  const org = useOrg()
  const locale = useLocale()
  const kitText = useKitText()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const running = useRef(new Map<string, AbortController>())
  const patch = (key: string, change: Partial<Upload>) => setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))

  const start = async ({ key, file }: Upload) => {
    const control = new AbortController()
    running.current.set(key, control)
    patch(key, { state: 'sending' })
    try {
      const stored = await uploadFile(org, file, { signal: control.signal, locale, onProgress: (sent) => patch(key, { sent }) })
      patch(key, { state: 'ready', sent: file.size, stored })
    } catch (error) {
      if (!(isApiError(error) && error.code === 'aborted')) patch(key, { state: 'failed', error: errorWords(error, kitText).message })
    } finally {
      running.current.delete(key)
    }
  }
  const next = uploads.filter((one) => one.state === 'waiting').slice(0, Math.max(0, atOnce - uploads.filter((one) => one.state === 'sending').length))
  useEffect(() => {
    for (const upload of next) if (!running.current.has(upload.key)) void start(upload)
  })
  useEffect(() => {
    const all = running.current
    return () => all.forEach((control) => control.abort())
  }, [])

  return {
    uploads,
    add: (files: readonly File[]) => setUploads((all) => [...all, ...files.map((file): Upload => ({ key: uuid(), file, sent: 0, state: 'waiting' }))]),
    drop: (key: string) => {
      running.current.get(key)?.abort()
      setUploads((all) => all.filter((one) => one.key !== key))
    },
  }
}
