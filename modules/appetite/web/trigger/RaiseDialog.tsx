import '../base/base.css'
import { useOrg, useText } from '@heng/web-kit'
import { Input, InputNumber, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { triggerKinds, type TriggerKind } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { useVerb } from '../base/verbs.tsx'

/** Asks for a new assessment of a risk, with the reason. */
export const RaiseDialog = ({ risk, onClose }: { readonly risk: string; readonly onClose: () => void }) => {
  const words = useText(messages)
  const t = words.pages.trigger
  const kinds = words.nouns.reviewTrigger.values.kind
  const org = useOrg()
  const id = useId()
  const { run, busy } = useVerb()
  const [kind, setKind] = useState<TriggerKind>('incident')
  const [reason, setReason] = useState('')
  const [days, setDays] = useState<number | null>(null)
  const go = async () =>
    (await run(() => api.reviewTrigger.raise.call({ org, risks: [risk], kind, reason: reason.trim(), ...(days === null ? {} : { days }) }), t.raised)) && onClose()
  return (
    <Modal open title={t.raise} okText={t.raise} okButtonProps={{ disabled: reason.trim() === '' }} confirmLoading={busy} onOk={() => void go()} onCancel={onClose}>
      <p>{t.raiseText}</p>
      <div className="ap-fields">
        <div>
          <label className="hg-label" htmlFor={`${id}-kind`}>{t.kind}</label>
          <Select<TriggerKind> id={`${id}-kind`} value={kind} options={triggerKinds.map((value) => ({ value, label: kinds[value] }))} onChange={setKind} />
        </div>
        <div>
          <label className="hg-label" htmlFor={`${id}-days`}>{t.days}</label>
          <InputNumber id={`${id}-days`} min={1} max={365} value={days} placeholder={t.asStated} onChange={setDays} />
        </div>
        <div className="ap-wide">
          <label className="hg-label" htmlFor={`${id}-reason`}>{t.reason}</label>
          <Input.TextArea id={`${id}-reason`} value={reason} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setReason(event.target.value)} />
        </div>
      </div>
    </Modal>
  )
}
