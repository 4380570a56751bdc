import { fill } from '@heng/contract'
import { ConfirmReason, useNotify, useOrg, useOrgPath, type RecordActionProps } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, useRefresh } from '../api.ts'
import { useWords } from '../words.ts'

/** Drafts the set that takes this one back, and goes there. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useWords().page.revert
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const notify = useNotify()
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const go = async (reason: string | undefined) => {
    setBusy(true)
    try {
      const made = await api.revert.call({ org, id: row.id, version: row.version, reason: reason ?? '' })
      notify.success(fill(t.done, { reference: made.reference }))
      await refresh()
      close(true)
      await navigate({ to: path(`change-sets/${made.id}`) })
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return <ConfirmReason open title={fill(t.title, { reference: row.reference })} text={t.text} confirm={t.action} required busy={busy} onConfirm={(reason) => void go(reason)} onCancel={() => close(false)} />
}
