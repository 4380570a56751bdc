import { fill } from '@heng/contract'
import { ConfirmReason, useNotify, useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAssets } from '../api.ts'

/** Ends a campaign; what nobody attested stays so on record. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).pages.attest
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshAssets()
  const [busy, setBusy] = useState(false)
  const pending = Number(row['total'] ?? 0) - Number(row['done'] ?? 0)
  const end = async (reason: string | undefined) => {
    setBusy(true)
    try {
      const done = await api.campaign.close.call({ org, id: row.id, version: row.version, ...(reason === undefined ? {} : { reason }) })
      notify.success(fill(t.closed, { count: done.pending }))
      await refresh()
      close(true)
    } catch (error) {
      notify.error(error)
      close(true)
    }
  }
  return (
    <ConfirmReason
      open
      title={fill(t.closeTitle, { name: String(row['name']) })}
      text={fill(t.closeText, { count: pending })}
      confirm={t.close}
      required={pending > 0}
      busy={busy}
      onConfirm={(reason) => void end(reason)}
      onCancel={() => close(false)}
    />
  )
}
