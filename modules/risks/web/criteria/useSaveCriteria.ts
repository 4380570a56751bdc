import { useNotify, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import type { MethodDefinition } from '@heng/engine-risk'
import type { AcceptanceRule, Scales } from '../../contract/index.ts'
import { api, useRefreshRisks } from '../base/api.ts'

export interface CriteriaValues {
  readonly definition?: MethodDefinition
  readonly scales?: Scales
  readonly acceptance?: AcceptanceRule[]
}

/** Saves a part of draft criteria; true when it was taken. `placed` shows a refusal where it belongs and then answers true. */
export const useSaveCriteria = (row: AnyRecord, placed: (error: unknown) => boolean = () => false) => {
  const t = useText(messages).pages.criteria
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const [busy, setBusy] = useState(false)
  const save = async (values: CriteriaValues): Promise<boolean> => {
    setBusy(true)
    try {
      await api.riskCriteria.update.call({ org, id: row.id, version: row.version, values })
      notify.success(t.saved)
      await refresh()
      return true
    } catch (error) {
      if (!placed(error)) notify.error(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { save, busy }
}
