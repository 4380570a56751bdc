import { useNotify, useOrg, type AnyRecord } from '@heng/web-kit'
import { api, useRefreshRisks } from '../base/api.ts'

/** Puts risks into a draft plan or takes them out. */
export const useSetRisks = (row: AnyRecord) => {
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  return async (risks: readonly string[]): Promise<boolean> => {
    try {
      await api.treatmentPlan.update.call({ org, id: row.id, version: row.version, values: { risks: [...new Set(risks)] } })
      await refresh()
      return true
    } catch (error) {
      notify.error(error)
      return false
    }
  }
}
