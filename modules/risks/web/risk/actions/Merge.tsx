import { RecordSelect, useFirstField, useKitText, useNotify, useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { Input, Modal, type RefSelectProps } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../../locales/index.ts'
import { api, useRefreshRisks } from '../../base/api.ts'

/** Ends a risk in favour of one that covers it. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).pages.actions
  const kitText = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const id = useId()
  const first = useFirstField<RefSelectProps>()
  const [into, setInto] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const merge = async () => {
    setBusy(true)
    try {
      await api.risk.merge.call({ org, id: row.id, version: row.version, into: into!, reason: reason.trim() })
      notify.success(t.merged)
      await refresh()
      close(true)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return (
    <Modal open afterOpenChange={first.afterOpenChange} title={t.mergeTitle} okText={t.merge} confirmLoading={busy} okButtonProps={{ disabled: into === null || reason.trim() === '' }} onOk={() => void merge()} onCancel={() => close(false)}>
      <p>{t.mergeText}</p>
      <p className="hg-label">{t.mergeInto}</p>
      <RecordSelect ref={first.ref} target="risk" value={into} onChange={(value) => setInto(value as string | null)} aria-label={t.mergeInto} />
      <label className="hg-label" htmlFor={id}>{kitText.record.reason}</label>
      <Input.TextArea id={id} value={reason} maxLength={2_000} autoSize={{ minRows: 2 }} onChange={(event) => setReason(event.target.value)} />
    </Modal>
  )
}
