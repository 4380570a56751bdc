import { fill } from '@heng/contract'
import { ConfirmReason, useNotify, useOrg, useOrgPath, useText, type RecordActionProps } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshTests } from '../api.ts'

/** Begins the correction of a concluded result and opens it. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).tests.result
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshTests()
  const path = useOrgPath()
  const go = useNavigate()
  const [busy, setBusy] = useState(false)
  const replace = async (reason: string | undefined) => {
    setBusy(true)
    try {
      const made = await api.testResult.replace.call({ org, id: row.id, version: row.version, reason: reason ?? '' })
      notify.success(fill(t.replaceDone, { reference: made.reference }))
      await refresh()
      close(true)
      await go({ to: path(`test-results/${made.id}`) })
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return <ConfirmReason open required title={t.replaceTitle} text={t.replaceText} confirm={t.replaceConfirm} busy={busy} onConfirm={(reason) => void replace(reason)} onCancel={() => close(false)} />
}
