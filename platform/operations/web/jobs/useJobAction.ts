import { useNotify, useOrg, useText } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'

/** Stops or repeats a job and shows the list anew. */
export const useJobAction = (id: string) => {
  const t = useText(messages).jobs
  const org = useOrg()
  const notify = useNotify()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const run = async (write: () => Promise<unknown>, done: string) => {
    setBusy(true)
    try {
      await write()
      notify.success(done)
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: [['job']] })
    }
  }
  return {
    busy,
    cancel: () => run(() => api.job.cancel.call({ org, id }), t.cancelled),
    retry: () => run(() => api.job.retry.call({ org, id }), t.retried),
  }
}
