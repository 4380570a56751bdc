import { fill } from '@heng/contract'
import { DateInput, RecordSelect, useKitText, useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { Form, Input, Modal } from 'antd'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { RequiredMark } from './RequiredMark.tsx'
import { useWorkAction } from './useWorkAction.ts'

interface Values {
  readonly assignee: string
  readonly dueOn: string | null
  readonly reason: string
}

/** Hands work to another person, with the reason and, if need be, a new date. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).actions
  const kit = useKitText()
  const org = useOrg()
  const [form] = Form.useForm<Values>()
  const { busy, run } = useWorkAction()
  const submit = async ({ assignee, dueOn, reason }: Values) => {
    const write = async (options: Parameters<Parameters<typeof run>[0]>[0]) => api.work.reassign.call({ org, id: row.id, version: row.version, assignee, dueOn, reason: reason.trim() }, options)
    if (await run(write, t.reassigned)) close(true)
  }
  const required = [{ required: true, whitespace: true, message: t.required }]
  return (
    <Modal open title={fill(t.reassignTitle, { title: row['title'] })} okText={t.reassign} cancelText={kit.actions.cancel} confirmLoading={busy} onOk={form.submit} onCancel={() => close(false)} destroyOnHidden styles={{ header: { paddingInlineEnd: 28 } }}>
      <Form<Values> form={form} layout="vertical" requiredMark={RequiredMark} initialValues={{ dueOn: row['dueOn'] as string | null }} onFinish={(values) => void submit(values)}>
        <Form.Item name="assignee" label={t.to} rules={[{ required: true, message: t.required }]}>
          <RecordSelect target="person" clearable={false} />
        </Form.Item>
        <Form.Item name="dueOn" label={t.dueOn}>
          <DateInput />
        </Form.Item>
        <Form.Item name="reason" label={t.reason} rules={required} extra={t.reasonHelp}>
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
