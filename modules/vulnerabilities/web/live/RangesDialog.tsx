import { errorWords, useKitText, useNotify, useOrg, useText, uuid } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Alert, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshVulnerabilities } from '../api.ts'

export interface RangesDialogProps {
  readonly ranges: readonly string[]
  readonly version: number
  readonly onClose: () => void
}

/** Declares the ranges anew, all of them, with the reason. */
export const RangesDialog = ({ ranges, version, onClose }: RangesDialogProps) => {
  const t = useText(messages).live
  const kit = useKitText()
  const org = useOrg()
  const id = useId()
  const notify = useNotify()
  const refresh = useRefreshVulnerabilities()
  const [text, setText] = useState(ranges.join('\n'))
  const [reason, setReason] = useState('')
  const save = useMutation({
    mutationFn: () => api.liveRange.set.call({ org, version, reason: reason.trim(), ranges: text.split(/[\n,，]/).map((line) => line.trim()).filter((line) => line !== '') }, { context: { idempotencyKey: uuid() } }),
    onSuccess: async () => {
      notify.success(t.saved)
      await refresh()
      onClose()
    },
  })
  const failure = save.error === null ? undefined : errorWords(save.error, kit)
  return (
    <Modal open title={t.ranges} okText={t.save} okButtonProps={{ disabled: reason.trim() === '' }} confirmLoading={save.isPending} onOk={() => save.mutate()} onCancel={onClose}>
      <div className="vl-dialog">
        <p>{t.rangesAbout}</p>
        <label className="hg-label" htmlFor={`${id}-ranges`}>{t.input}</label>
        <Input.TextArea id={`${id}-ranges`} aria-describedby={`${id}-help`} value={text} spellCheck={false} autoSize={{ minRows: 5, maxRows: 14 }} onChange={(event) => setText(event.target.value)} />
        <p className="hg-help" id={`${id}-help`}>{t.inputHelp}</p>
        <label className="hg-label" htmlFor={`${id}-reason`}>{t.reason}</label>
        <Input.TextArea id={`${id}-reason`} value={reason} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setReason(event.target.value)} />
        {failure !== undefined && <Alert type="error" showIcon role="alert" title={failure.message} description={failure.hint} />}
      </div>
    </Modal>
  )
}
