import { fill } from '@heng/contract'
import { DateInput, RecordSelect, useFirstField, useKitText, useMe, useOrg, useOrganisation, useText } from '@heng/web-kit'
import { Form, Input, Modal, type InputRef } from 'antd'
import { useRef } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { RequiredMark } from './RequiredMark.tsx'
import { useWorkAction } from './useWorkAction.ts'

interface Values {
  readonly title: string
  readonly instructions?: string
  readonly assignee: string
  readonly dueOn?: string | null
}

interface Props {
  /** The record that the task is about. */
  readonly subject?: { readonly noun: string; readonly id: string }
  readonly onClose: () => void
}

/** Gives a person, or oneself, a task. */
export const NewTask = ({ subject, onClose }: Props) => {
  const t = useText(messages).actions
  const kit = useKitText()
  const org = useOrg()
  const { personId } = useOrganisation()
  const { user } = useMe()
  const own = personId === null ? {} : { [personId]: { text: user.name, reference: null } }
  const [form] = Form.useForm<Values>()
  const { busy, run } = useWorkAction()
  const made = useRef('')
  const { ref, afterOpenChange } = useFirstField<InputRef>()
  const submit = async ({ title, instructions, assignee, dueOn }: Values) => {
    const words = instructions?.trim() ?? ''
    const done = await run(async (options) => {
      made.current = (await api.work.create.call({ org, title: title.trim(), assignee, dueOn: dueOn ?? null, instructions: words === '' ? null : words, ...(subject === undefined ? {} : { subject }) }, options)).reference
    }, () => fill(t.created, { reference: made.current }))
    if (done) onClose()
  }
  return (
    <Modal open title={t.taskTitle} okText={t.create} cancelText={kit.actions.cancel} confirmLoading={busy} onOk={form.submit} onCancel={onClose} afterOpenChange={afterOpenChange} destroyOnHidden>
      <Form<Values> form={form} layout="vertical" requiredMark={RequiredMark} initialValues={personId === null ? {} : { assignee: personId }} onFinish={(values) => void submit(values)}>
        <Form.Item name="title" label={t.task} rules={[{ required: true, whitespace: true, message: t.required }]}>
          <Input ref={ref} maxLength={300} autoFocus />
        </Form.Item>
        <Form.Item name="assignee" label={t.assignee} rules={[{ required: true, message: t.required }]}>
          <RecordSelect target="person" clearable={false} labels={own} />
        </Form.Item>
        <Form.Item name="dueOn" label={t.dueOn}>
          <DateInput />
        </Form.Item>
        <Form.Item name="instructions" label={t.instructions}>
          <Input.TextArea maxLength={4_000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
