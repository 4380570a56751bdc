import { DateInput, useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { useVerb } from '../base/verbs.tsx'

/** Asks top management to bear the risk until a day. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).pages.breach
  const org = useOrg()
  const id = useId()
  const { run, busy } = useVerb()
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const go = async () => (await run(() => api.toleranceBreach.requestException.call({ org, id: row.id, version: row.version, until: until!, reason: reason.trim() }), t.exceptionSent)) && close(true)
  return (
    <Modal open title={t.askException} okText={t.askException} okButtonProps={{ disabled: until === null || reason.trim() === '' }} confirmLoading={busy} onOk={() => void go()} onCancel={() => close(false)}>
      <p>{t.exceptionText}</p>
      <label className="hg-label" htmlFor={`${id}-until`}>{t.until}</label>
      <DateInput id={`${id}-until`} value={until} onChange={setUntil} />
      <label className="hg-label" htmlFor={`${id}-reason`}>{t.reason}</label>
      <Input.TextArea id={`${id}-reason`} value={reason} maxLength={2_000} autoSize={{ minRows: 3, maxRows: 8 }} onChange={(event) => setReason(event.target.value)} />
    </Modal>
  )
}
