import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useKitText } from '../text/text.ts'

export interface ConfirmReasonProps {
  readonly open: boolean
  readonly title: string
  readonly text?: string
  readonly confirm: string
  readonly danger?: boolean
  /** The reason must be given, as for the archive of an approved record. */
  readonly required?: boolean
  readonly busy?: boolean
  /** `reason` is undefined when nothing was entered. */
  readonly onConfirm: (reason: string | undefined) => void
  readonly onCancel: () => void
}

/** Asks before a consequential step and takes the reason that goes into history (at most 2,000 characters). */
export const ConfirmReason = ({ open, title, text, confirm, danger, required, busy, onConfirm, onCancel }: ConfirmReasonProps) => {
  const t = useKitText()
  const id = useId()
  const [reason, setReason] = useState('')
  const given = reason.trim()
  return (
    <Modal
      open={open}
      title={title}
      okText={confirm}
      cancelText={t.actions.cancel}
      okButtonProps={{ danger: danger ?? false, disabled: required === true && given === '' }}
      confirmLoading={busy ?? false}
      onOk={() => onConfirm(given === '' ? undefined : given)}
      onCancel={onCancel}
      afterClose={() => setReason('')}
      destroyOnHidden
    >
      {text !== undefined && <p>{text}</p>}
      <label htmlFor={id} className="hg-label">
        {t.record.reason}
        {required === true && <span className="hg-required">{t.form.required}</span>}
      </label>
      <Input.TextArea id={id} value={reason} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => setReason(event.target.value)} aria-describedby={`${id}-help`} />
      <p id={`${id}-help`} className="hg-help">
        {t.record.reasonHelp}
      </p>
    </Modal>
  )
}
