import { fill } from '@heng/contract'
import { DateInput, errorWords, useKitText, useNotify, useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, useRefreshOrganisation } from '../api.ts'
import { Findings } from '../parts/Findings.tsx'
import { Loading } from '../parts/Loading.tsx'
import { usePages } from '../text.ts'
import type { Scope } from './types.ts'

/** Asks top management for approval; open gaps are shown again and need a reason, what stops submission stops it here. */
export const SubmitDialog = ({ row, onClose }: { readonly row: Scope; readonly onClose: () => void }) => {
  const t = usePages().scope
  const kit = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshOrganisation()
  const [form] = Form.useForm<{ reason?: string; dueOn?: string | null }>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const { data, error, refetch } = useQuery(api.scope.guide.queryOptions({ input: { org, id: row.id } }))
  const open = data?.findings.filter(({ severity }) => severity !== 'hint') ?? []
  const blocked = open.some(({ severity }) => severity === 'blocking')
  const submit = async ({ reason, dueOn }: { reason?: string; dueOn?: string | null }) => {
    setBusy(true)
    try {
      await api.scope.submit.call({ org, id: row.id, version: row.version, ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }), ...(dueOn == null ? {} : { dueOn }) })
      notify.success(t.submitted)
      onClose()
      await refresh()
    } catch (refused) {
      const { message, hint } = errorWords(refused, kit)
      setFailure([message, hint].filter(Boolean).join(' '))
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={fill(t.submitTitle, { edition: row.edition ?? '' })}
      okText={t.submit}
      okButtonProps={{ htmlType: 'submit', form: 'submit-scope', disabled: data === undefined || blocked }}
      confirmLoading={busy}
      onCancel={onClose}
    >
      <p>{t.submitText}</p>
      {data === undefined && <Loading error={error} onRetry={() => void refetch()} />}
      {failure !== undefined && <Alert type="error" showIcon role="alert" className="or-alert" title={failure} />}
      {open.length > 0 && <div className="or-submit-findings">{!blocked && <p>{t.gapsText}</p>}<Findings findings={open} here="scope" /></div>}
      <Form name="submit-scope" form={form} layout="vertical" requiredMark={false} onFinish={(entered) => void submit(entered)}>
        <Form.Item name="reason" label={t.reason} rules={open.length > 0 ? [{ required: true, whitespace: true, message: kit.issues.required }] : []}>
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} disabled={blocked} />
        </Form.Item>
        <Form.Item name="dueOn" label={t.dueOn}><DateInput /></Form.Item>
      </Form>
    </Modal>
  )
}
