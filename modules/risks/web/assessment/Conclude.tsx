import { fill } from '@heng/contract'
import { useNotify, useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshRisks } from '../base/api.ts'

/** Ends a round with its conclusion; the register of its scope is kept as it stands. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).pages.assessment
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const id = useId()
  const [conclusion, setConclusion] = useState(String(row['conclusion'] ?? ''))
  const [busy, setBusy] = useState(false)
  const conclude = async () => {
    setBusy(true)
    try {
      const { riskCount } = await api.riskAssessment.conclude.call({ org, id: row.id, version: row.version, conclusion: conclusion.trim() })
      notify.success(fill(t.concluded, { count: riskCount ?? 0 }))
      await refresh()
      close(true)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return (
    <Modal open title={t.concludeTitle} okText={t.conclude} confirmLoading={busy} okButtonProps={{ disabled: conclusion.trim() === '' }} onOk={() => void conclude()} onCancel={() => close(false)}>
      <p>{t.concludeText}</p>
      <label className="hg-label" htmlFor={id}>{t.conclusion}</label>
      <Input.TextArea id={id} value={conclusion} maxLength={10_000} autoSize={{ minRows: 4, maxRows: 14 }} onChange={(event) => setConclusion(event.target.value)} />
    </Modal>
  )
}
