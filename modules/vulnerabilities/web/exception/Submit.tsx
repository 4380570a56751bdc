import './exception.css'
import { fill } from '@heng/contract'
import { DateInput, errorWords, useKitText, useNotify, useOrg, useText, uuid, type RecordActionProps } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Alert, Modal } from 'antd'
import { useId, useState } from 'react'
import { usualWait } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshVulnerabilities } from '../api.ts'

/** Asks for approval, by a day. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).exceptions
  const kit = useKitText()
  const org = useOrg()
  const id = useId()
  const notify = useNotify()
  const refresh = useRefreshVulnerabilities()
  const [dueOn, setDueOn] = useState<string | null>(null)
  const ask = useMutation({
    mutationFn: () => api.exception.submit.call({ org, id: row.id, version: row.version, ...(dueOn === null ? {} : { dueOn }) }, { context: { idempotencyKey: uuid() } }),
    onSuccess: async () => {
      notify.success(t.submitted)
      await refresh()
      close(true)
    },
  })
  const failure = ask.error === null ? undefined : errorWords(ask.error, kit)
  return (
    <Modal open title={t.submitTitle} okText={t.submit} confirmLoading={ask.isPending} onOk={() => ask.mutate()} onCancel={() => close(false)}>
      <div className="vx-form">
        <p>{t.submitText}</p>
        <label className="hg-label" htmlFor={id}>{t.dueOn}</label>
        <DateInput id={id} value={dueOn} onChange={setDueOn} aria-describedby={`${id}-help`} />
        <p className="hg-help" id={`${id}-help`}>{fill(t.dueOnHelp, { days: usualWait })}</p>
        {failure !== undefined && <Alert type="error" showIcon role="alert" title={failure.message} description={failure.hint} />}
      </div>
    </Modal>
  )
}
