import { useNotify, useOrg } from '@heng/web-kit'
import { api, useRefreshWork } from '../api.ts'

/** Marks notices as read and lets bell and lists show it. */
export const useMarkRead = () => {
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshWork()
  const after = async (write: Promise<unknown>) => {
    try {
      await write
      await refresh()
    } catch (error) {
      notify.error(error)
    }
  }
  return {
    mark: (ids: string[]) => after(api.notice.markRead.call({ org, ids })),
    markAll: () => after(api.notice.markAllRead.call({ org })),
  }
}
