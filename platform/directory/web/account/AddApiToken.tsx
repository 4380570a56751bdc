import { fill } from '@heng/contract'
import { useFirstField, useText } from '@heng/web-kit'
import { Alert, Button, Form, Input, Modal, Select, type InputRef } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { OnceShown } from '../parts/OnceShown.tsx'
import { PasswordInput } from '../parts/PasswordInput.tsx'
import { useSubmit } from '../parts/useSubmit.ts'

interface Entered {
  readonly name: string
  readonly days: number
  readonly password: string
}
const spans = [30, 90, 365]

/** Names a new token, confirms with the password, and shows the token once. */
export const AddApiToken = ({ onMade, onClose }: { readonly onMade: () => void; readonly onClose: () => void }) => {
  const text = useText(messages).pages
  const t = text.apiTokens
  const [form] = Form.useForm<Entered>()
  const { ref, afterOpenChange } = useFirstField<InputRef>()
  const { submit, busy, failure } = useSubmit(form, ['name', 'days', 'password'])
  const [token, setToken] = useState<string>()
  const make = (entered: Entered) =>
    submit(async () => {
      setToken((await api.apiToken.create.call({ ...entered, name: entered.name.trim() })).token)
      onMade()
    })
  if (token !== undefined) {
    return (
      <Modal open title={t.madeTitle} closable={false} keyboard={false} mask={{ closable: false }} footer={<Button type="primary" onClick={onClose}>{t.kept}</Button>}>
        <Alert type="info" showIcon className="dr-alert" title={t.made} />
        <OnceShown label={t.token} value={token} copy={t.copy} copied={t.copied} />
        <p className="hg-help">{t.use}</p>
      </Modal>
    )
  }
  const required = { required: true, whitespace: true, message: text.signIn.required }
  return (
    <Modal open title={t.add} okText={t.make} okButtonProps={{ htmlType: 'submit', form: 'add-api-token' }} confirmLoading={busy} onCancel={onClose} afterOpenChange={afterOpenChange}>
      <FailureAlert failure={failure} />
      <Form name="add-api-token" form={form} layout="vertical" requiredMark={false} className="dr-modal-form" validateTrigger="onSubmit" initialValues={{ days: 90 }} onFinish={(entered) => void make(entered)}>
        <Form.Item name="name" label={t.name} extra={t.nameHelp} rules={[required]}>
          <Input ref={ref} maxLength={80} autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="days" label={t.days}>
          <Select options={spans.map((count) => ({ value: count, label: fill(t.daysOf, { count }) }))} />
        </Form.Item>
        <Form.Item name="password" label={t.password} rules={[required]}>
          <PasswordInput autoComplete="current-password" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
