import { fill } from '@heng/contract'
import { useState } from 'react'
import type { NounKit } from '../app/nounKit.ts'
import { conflictingRow } from '../client/apiError.ts'
import type { AnyRecord } from '../client/registerApi.ts'
import { uuid } from '../client/uuid.ts'
import { useOrg } from '../client/session.ts'
import { changedInput, formGroups, type Values } from '../form/formModel.ts'
import { useNotify } from '../feedback/useNotify.ts'
import { useKitText } from '../text/text.ts'
import { compareVersions, resolveConflict, type Conflict } from './conflict.ts'
import { useRefreshNoun } from './useRecord.ts'

interface PendingConflict {
  readonly version: number
  readonly clashes: readonly Conflict[]
  readonly untouched: Values
}

/** Saves changes of a record. When somebody else was faster, changes that do not clash are saved on top; clashes are asked. */
export const useSaveRecord = (kit: NounKit, row: AnyRecord, onSaved: () => void) => {
  const t = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshNoun(kit)
  const [conflict, setConflict] = useState<PendingConflict>()

  const put = async (values: Values, version: number, key: string): Promise<void> => {
    if (Object.keys(values).length > 0)
      await kit.api.update.call({ org, id: row.id, version, values } as never, { context: { idempotencyKey: key } })
    await refresh()
    notify.success(t.record.saved)
    onSaved()
  }
  const save = async (entered: Values, key: string): Promise<void> => {
    const fields = formGroups(kit.noun, [], new Set(Object.keys(kit.noun.fields)), '').flatMap((group) => group.fields)
    const changes = changedInput(fields, row, entered)
    try {
      await put(changes, row.version, key)
    } catch (error) {
      const current = conflictingRow(error)
      if (current === undefined) throw error
      const { clashes, untouched } = compareVersions(row, changes, current)
      const version = Number(current['version'])
      if (clashes.length === 0) await put(untouched, version, uuid())
      else setConflict({ version, clashes, untouched })
    }
  }
  const resolve = async (mine: ReadonlySet<string>): Promise<void> => {
    if (conflict === undefined) return
    try {
      await put(resolveConflict(conflict.clashes, conflict.untouched, mine), conflict.version, uuid())
      setConflict(undefined)
    } catch (error) {
      setConflict(undefined)
      notify.error(error)
      await refresh()
    }
  }
  return { save, conflict, resolve, dismiss: () => setConflict(undefined) }
}

/** Words after archive and restore. */
export const doneText = (template: string, row: AnyRecord): string => fill(template, { reference: row.reference })
