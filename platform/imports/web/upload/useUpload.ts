import { useLocale, useOrg, useOrgPath } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { api, useRefreshImports } from '../api.ts'
import { sendFile } from './send.ts'

export interface Progress {
  readonly name: string
  /** Part of the file that has arrived; at 1 the server reads it. */
  readonly sent: number
}

/** Sends a file, begins its import and goes to its page; leaving the page stops it. */
export const useUpload = (noun: string) => {
  const org = useOrg()
  const locale = useLocale()
  const path = useOrgPath()
  const navigate = useNavigate()
  const refresh = useRefreshImports()
  const [progress, setProgress] = useState<Progress>()
  const [error, setError] = useState<unknown>()
  const stop = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const take = async (file: File) => {
    const own = new AbortController()
    stop.current = own
    setError(undefined)
    setProgress({ name: file.name, sent: 0 })
    try {
      const { uploadId } = await sendFile(org, file, locale, (sent) => setProgress({ name: file.name, sent }), own.signal)
      const { id } = await api.create.call({ org, noun, uploadId })
      await refresh()
      await navigate({ to: path(`imports/${id}`) })
    } catch (thrown) {
      if (own.signal.aborted) return
      setError(thrown)
    }
    setProgress(undefined)
  }
  return { progress, error, take: (file: File) => void take(file) }
}
