import { ConfirmReason, useNotify, useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshTests } from '../api.ts'

/** The second pair of eyes on a concluded result. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).tests.result
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshTests()
  const [busy, setBusy] = useState(false)
  const review = async (note: string | undefined) => {
    setBusy(true)
    try {
      await api.testResult.review.call({ org, id: row.id, version: row.version, ...(note === undefined ? {} : { note }) })
      notify.success(t.reviewDone)
      await refresh()
      close(true)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return <ConfirmReason open title={t.reviewTitle} text={t.reviewText} confirm={t.reviewConfirm} busy={busy} onConfirm={(note) => void review(note)} onCancel={() => close(false)} />
}
