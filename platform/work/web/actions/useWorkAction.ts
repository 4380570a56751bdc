import { useNotify, uuid } from '@heng/web-kit'
import { useRef, useState } from 'react'
import { useRefreshWork } from '../api.ts'

/**
 * Runs a write once: busy while it runs, its key kept until the server has answered, everything loaded again after it.
 * Resolves to whether it succeeded; what failed is told.
 */
export const useWorkAction = () => {
  const notify = useNotify()
  const refresh = useRefreshWork()
  const key = useRef<string>(undefined)
  const [busy, setBusy] = useState(false)
  const run = async (write: (context: { context: { idempotencyKey: string } }) => Promise<unknown>, done: string | (() => string)): Promise<boolean> => {
    setBusy(true)
    key.current ??= uuid()
    try {
      await write({ context: { idempotencyKey: key.current } })
      notify.success(typeof done === 'string' ? done : done())
      await refresh()
      return true
    } catch (error) {
      key.current = undefined
      notify.error(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, run }
}
