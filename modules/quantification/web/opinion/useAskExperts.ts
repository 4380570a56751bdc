import { useNotify, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api, useRefreshLosses } from '../base/api.ts'

/** Asks these people, and no others, about a risk; work items tell them. */
export const useAskExperts = (row: AnyRecord) => {
  const t = useText(messages).pages.opinions
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshLosses()
  return async (experts: string[]): Promise<void> => {
    try {
      await api.quantification.update.call({ org, id: row.id, version: row.version, values: { experts } })
      notify.success(t.asked)
      await refresh()
    } catch (error) {
      notify.error(error)
    }
  }
}
