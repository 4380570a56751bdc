import './inbox.css'
import { fill } from '@heng/contract'
import { ConfirmReason, RecordSelect, useFirstField, useText } from '@heng/web-kit'
import { Input, Modal, Radio, type RefSelectProps } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'

interface DialogProps {
  readonly count: number
  readonly busy: boolean
  readonly onCancel: () => void
}

/** How many risks the scenarios become, and who owns them. */
export const ConfirmDialog = ({ count, busy, onCancel, onConfirm }: DialogProps & { readonly onConfirm: (input: { combine: 'none' | 'weakness'; owner?: string }) => void }) => {
  const t = useText(messages).pages.inbox
  const [combine, setCombine] = useState<'none' | 'weakness'>('none')
  const [owner, setOwner] = useState<string | null>(null)
  // The button itself is antd's, which takes no reference to it.
  const ok = useId()
  return (
    <Modal open afterOpenChange={(open) => open && document.getElementById(ok)?.focus()} title={fill(t.confirmTitle, { count })} okText={t.confirm} confirmLoading={busy} okButtonProps={{ id: ok }} onCancel={onCancel} onOk={() => onConfirm({ combine, ...(owner === null ? {} : { owner }) })}>
      <p>{t.confirmText}</p>
      {count > 1 && (
        <>
          <p className="hg-label">{t.combine}</p>
          <Radio.Group
            className="rk-radios" aria-label={t.combine} value={combine} onChange={(event) => setCombine(event.target.value as 'none' | 'weakness')}
            options={[{ value: 'none', label: t.combineNone }, { value: 'weakness', label: t.combineWeakness }]}
          />
        </>
      )}
      <p className="hg-label">{t.owner}</p>
      <RecordSelect target="person" value={owner} onChange={(value) => setOwner(value as string | null)} aria-label={t.owner} />
      <p className="hg-help">{t.ownerHelp}</p>
    </Modal>
  )
}

/** Sorting out needs a reason; the usual ones are one press away. */
export const DismissDialog = ({ count, busy, onCancel, onDismiss }: DialogProps & { readonly onDismiss: (reason: string) => void }) => {
  const t = useText(messages).pages.inbox
  const [own, setOwn] = useState(false)
  if (own) return <ConfirmReason open title={fill(t.dismissTitle, { count })} text={t.dismissText} confirm={t.dismiss} required busy={busy} onConfirm={(reason) => onDismiss(reason!)} onCancel={onCancel} />
  return <QuickReasons count={count} busy={busy} onCancel={onCancel} onDismiss={onDismiss} onOwn={() => setOwn(true)} />
}

const QuickReasons = ({ count, busy, onCancel, onDismiss, onOwn }: DialogProps & { readonly onDismiss: (reason: string) => void; readonly onOwn: () => void }) => {
  const t = useText(messages).pages.inbox
  const first = useFirstField<HTMLButtonElement>()
  return (
    <Modal open afterOpenChange={first.afterOpenChange} title={fill(t.dismissTitle, { count })} footer={null} onCancel={onCancel}>
      <p>{t.dismissText}</p>
      <ul className="rk-quick">
        {t.reasons.map((reason, i) => (
          <li key={reason}>
            <button ref={i === 0 ? first.ref : null} type="button" disabled={busy} onClick={() => onDismiss(reason)}>
              {reason}
            </button>
          </li>
        ))}
        <li>
          <button type="button" disabled={busy} onClick={onOwn}>
            {t.otherReason}
          </button>
        </li>
      </ul>
    </Modal>
  )
}

/** Which risk covers them already. */
export const MergeDialog = ({ count, busy, onCancel, onMerge }: DialogProps & { readonly onMerge: (input: { into: string; reason?: string }) => void }) => {
  const t = useText(messages).pages.inbox
  const id = useId()
  const [into, setInto] = useState<string | null>(null)
  const first = useFirstField<RefSelectProps>()
  const [reason, setReason] = useState('')
  return (
    <Modal open afterOpenChange={first.afterOpenChange} title={fill(t.mergeTitle, { count })} okText={t.merge} confirmLoading={busy} okButtonProps={{ disabled: into === null }} onCancel={onCancel} onOk={() => onMerge({ into: into!, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })}>
      <p>{t.mergeText}</p>
      <p className="hg-label">{t.into}</p>
      <RecordSelect ref={first.ref} target="risk" value={into} onChange={(value) => setInto(value as string | null)} aria-label={t.into} />
      <label className="hg-label" htmlFor={id}>{t.mergeReason}</label>
      <Input.TextArea id={id} value={reason} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setReason(event.target.value)} />
    </Modal>
  )
}
