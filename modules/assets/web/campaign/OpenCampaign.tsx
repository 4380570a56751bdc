import { fill } from '@heng/contract'
import { formatDate, useLocale, useNotify, useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { Modal } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAssets } from '../api.ts'

/** Opens a campaign: from now on people are asked. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).pages.attest
  const locale = useLocale()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshAssets()
  const [busy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    try {
      const { asked, ownerless } = await api.campaign.open.call({ org, id: row.id, version: row.version })
      notify.success(fill(t.opened, { count: asked }))
      if (ownerless > 0) notify.info(fill(t.ownerless, { count: ownerless }))
      await refresh()
      close(true)
    } catch (error) {
      notify.error(error)
      close(true)
    }
  }
  return (
    <Modal open title={fill(t.openTitle, { name: String(row['name']) })} okText={t.open} confirmLoading={busy} onOk={() => void open()} onCancel={() => close(false)}>
      <p>{fill(t.openText, { due: formatDate(String(row['dueOn']), locale) })}</p>
    </Modal>
  )
}
