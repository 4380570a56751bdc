import './askApproval.css'
import { fill } from '@heng/contract'
import { DateInput, errorWords, useKitText, useNotify } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Alert, Modal } from 'antd'
import { useId, useState } from 'react'
import { usualWait } from '../contract/index.ts'
import { useRefreshVulnerabilities } from './api.ts'

interface Props {
  readonly texts: { readonly submit: string; readonly submitTitle: string; readonly submitText: string; readonly submitted: string; readonly dueOn: string; readonly dueOnHelp: string }
  readonly ask: (terms: { readonly dueOn?: string }) => Promise<unknown>
  readonly close: (changed: boolean) => void
}

/** Asks for a decision, by a day. */
export const AskApproval = ({ texts: t, ask, close }: Props) => {
  const kit = useKitText()
  const id = useId()
  const notify = useNotify()
  const refresh = useRefreshVulnerabilities()
  const [dueOn, setDueOn] = useState<string | null>(null)
  const asking = useMutation({
    mutationFn: () => ask(dueOn === null ? {} : { dueOn }),
    onSuccess: async () => {
      notify.success(t.submitted)
      await refresh()
      close(true)
    },
  })
  const failure = asking.error === null ? undefined : errorWords(asking.error, kit)
  return (
    <Modal open title={t.submitTitle} okText={t.submit} confirmLoading={asking.isPending} onOk={() => asking.mutate()} onCancel={() => close(false)}>
      <div className="va-form">
        <p>{t.submitText}</p>
        <label className="hg-label" htmlFor={id}>{t.dueOn}</label>
        <DateInput id={id} value={dueOn} onChange={setDueOn} aria-describedby={`${id}-help`} />
        <p className="hg-help" id={`${id}-help`}>{fill(t.dueOnHelp, { days: usualWait })}</p>
        {failure !== undefined && <Alert type="error" showIcon role="alert" title={failure.message} description={failure.hint} />}
      </div>
    </Modal>
  )
}
