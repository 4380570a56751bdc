import { fill } from '@heng/contract'
import { DateInput, useNotify, useOrg, useText } from '@heng/web-kit'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshRisks } from '../base/api.ts'
import { useMethod } from '../base/useMethod.ts'
import { useRuleText } from '../risk/treatment/useRuleText.ts'

export interface DecideDialogProps {
  readonly id: string
  readonly version: number
  readonly level: number | null
  readonly reference: string
  readonly onClose: (changed: boolean) => void
}

/** The decision on one residual risk: accept until a day, or not; both with a reason. */
export const DecideDialog = ({ id, version, level, reference, onClose }: DecideDialogProps) => {
  const words = useText(messages)
  const t = words.pages.treatment
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const { levelName } = useMethod()
  const rule = useRuleText(level)
  const fieldId = useId()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const decide = async (decision: 'accept' | 'refuse') => {
    setBusy(true)
    try {
      const row = await api.riskAcceptance.decide.call({ org, id, version, decision, reason: reason.trim(), ...(until === null ? {} : { validUntil: until }) })
      const authority = words.nouns.riskAcceptance.values.authority as Readonly<Record<string, string>>
      notify.success(row.state === 'escalated' ? fill(t.escalated, { who: authority[row.authority ?? ''] ?? '' }) : t.decided)
      await refresh()
      onClose(true)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  const given = reason.trim() !== ''
  return (
    <Modal
      open title={fill(t.decideTitle, { reference, level: level === null ? '–' : levelName(level) })} onCancel={() => onClose(false)}
      footer={
        <>
          <Button danger disabled={!given} loading={busy} onClick={() => void decide('refuse')}>{t.refuse}</Button>
          <Button type="primary" disabled={!given} loading={busy} onClick={() => void decide('accept')}>{t.accept}</Button>
        </>
      }
    >
      <p>{rule}</p>
      <label className="hg-label" htmlFor={fieldId}>{t.reason}</label>
      <Input.TextArea id={fieldId} value={reason} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => setReason(event.target.value)} />
      <p className="hg-help">{t.reasonHelp}</p>
      <label className="hg-label" htmlFor={`${fieldId}-until`}>{t.validUntil}</label>
      <DateInput id={`${fieldId}-until`} value={until} onChange={setUntil} />
    </Modal>
  )
}
