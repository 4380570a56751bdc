import { fill } from '@heng/contract'
import { useNotify, useOrg, useText } from '@heng/web-kit'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAssets } from '../api.ts'

type Decision = 'confirmed' | 'corrected' | 'disowned'
const most = 500

/** Records a decision about assets of a campaign; true when it was taken. */
export const useDecide = (campaign: string) => {
  const t = useText(messages).pages.attest
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshAssets()
  const [busy, setBusy] = useState(false)
  const decide = async (ids: readonly string[], decision: Decision, note?: string, name = ''): Promise<boolean> => {
    if (ids.length === 0 || busy) return false
    setBusy(true)
    try {
      for (let from = 0; from < ids.length; from += most) {
        await api.campaign.decide.call({ org, id: campaign, ids: ids.slice(from, from + most), decision, ...(note === undefined ? {} : { note }) })
      }
      notify.success(fill(t[decision], { count: ids.length, name }))
      return true
    } catch (error) {
      notify.error(error)
      return false
    } finally {
      await refresh()
      setBusy(false)
    }
  }
  return { decide, busy }
}
