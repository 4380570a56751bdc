import { useNotify, useOrg, type AnyRecord } from '@heng/web-kit'
import { useState } from 'react'
import type { TestItem } from '../../contract/index.ts'
import { api, useRefreshTests } from '../api.ts'

/** Outcomes as they are being entered, apart from what is stored until they are saved. */
export const useDraft = (row: AnyRecord, saved: string) => {
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshTests()
  const stored = (row['items'] ?? []) as readonly TestItem[]
  const [edited, setEdited] = useState<{ readonly version: number; readonly items: readonly TestItem[] }>()
  const [busy, setBusy] = useState(false)
  // What somebody else drew anew meanwhile is another sample: what was entered does not belong to it.
  const isSame = edited !== undefined && edited.items.length === stored.length && edited.items.every(({ place }, i) => stored[i]!.place === place)
  const items = isSame ? edited.items : stored
  const set = (place: number, change: Partial<TestItem>) => setEdited({ version: row.version, items: items.map((item) => (item.place === place ? { ...item, ...change } : item)) })
  const setAll = (next: readonly TestItem[]) => setEdited({ version: row.version, items: next })
  const save = async (): Promise<boolean> => {
    if (edited === undefined) return true
    setBusy(true)
    try {
      await api.testResult.update.call({ org, id: row.id, version: row.version, values: { items: items.map((item) => ({ ...item, note: item.note?.trim() || null })) } })
      await refresh()
      setEdited(undefined)
      notify.success(saved)
      return true
    } catch (error) {
      notify.error(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { items, set, setAll, save, busy, isDirty: isSame }
}
