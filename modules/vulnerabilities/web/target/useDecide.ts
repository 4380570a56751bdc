import { useNotify, useOrg } from '@heng/web-kit'
import { useState } from 'react'
import { useRefreshVulnerabilities } from '../api.ts'

/** A target as its decisions need it. */
export interface TargetRow {
  readonly id: string
  readonly reference: string
  readonly name: string
}
export interface DecisionProps {
  readonly rows: readonly TargetRow[]
  readonly close: (changed: boolean) => void
}

/** Runs a decision about targets, says what it came to and lets everything load again; true when it was done. */
export const useDecide = () => {
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshVulnerabilities()
  const [busy, setBusy] = useState(false)
  const decide = async (work: (org: string) => Promise<string>): Promise<boolean> => {
    setBusy(true)
    try {
      notify.success(await work(org))
      await refresh()
      return true
    } catch (error) {
      notify.error(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { decide, busy }
}

/** The most that one call decides about. */
const most = 500
/** Runs a call for any number of targets, some at a time, and adds up what each part came to. */
export const inParts = async <R extends Readonly<Record<string, number>>>(rows: readonly TargetRow[], call: (ids: string[]) => Promise<R>): Promise<Record<keyof R, number>> => {
  const sum: Record<string, number> = {}
  for (let from = 0; from < rows.length; from += most) {
    for (const [key, value] of Object.entries(await call(rows.slice(from, from + most).map(({ id }) => id)))) sum[key] = (sum[key] ?? 0) + value
  }
  return sum as Record<keyof R, number>
}
