import { useText } from '@heng/web-kit'
import { Button, Checkbox, Form, Input } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { PasswordInput } from '../parts/PasswordInput.tsx'
import { useSubmit } from '../parts/useSubmit.ts'

export interface Owner {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly topManagement: boolean
}

interface OwnerStepProps {
  readonly token: string
  readonly initial: Owner | undefined
  /** What the next step found against the owner. */
  readonly refused: unknown
  readonly onDone: (owner: Owner) => void
}

/** Step one: who owns the installation. The server judges token and password before the second step. */
export const OwnerStep = ({ token, initial, refused, onDone }: OwnerStepProps) => {
  const text = useText(messages).pages
  const t = text.setup
  const [form] = Form.useForm<Owner>()
  const { submit, busy, failure, fail } = useSubmit(form, ['token', 'name', 'email', 'password'])
  const explain = useEffectEvent(() => refused !== undefined && fail(refused))
  useEffect(() => {
    // The card gives the focus to the heading of a new step; the refused field takes it from there.
    const timer = setTimeout(() => explain())
    return () => clearTimeout(timer)
  }, [])
  const proceed = ({ token: given, ...owner }: Owner) =>
    submit(async () => {
      const clean = { ...owner, name: owner.name.trim(), email: owner.email.trim() }
      await api.setup.check.call({ token: given.trim(), owner: clean })
      onDone({ token: given.trim(), ...clean })
    })
  const required = { required: true, whitespace: true, message: text.signIn.required }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onSubmit"
      initialValues={initial ?? { token, topManagement: false }}
      onFinish={(entered) => void proceed(entered)}
    >
      {token === '' && (
        <Form.Item name="token" label={t.token} extra={t.tokenHelp} rules={[required]}>
          <Input autoComplete="off" autoFocus maxLength={200} spellCheck={false} />
        </Form.Item>
      )}
      {token !== '' && <Form.Item name="token" hidden><Input /></Form.Item>}
      <div className="dr-pair">
        <Form.Item name="name" label={t.name} rules={[required]}>
          <Input autoComplete="name" autoFocus={token !== ''} maxLength={200} />
        </Form.Item>
        <Form.Item name="email" label={t.email} extra={t.emailHelp} rules={[{ required: true, type: 'email', message: text.signIn.emailInvalid }]}>
          <Input type="email" autoComplete="username" maxLength={254} />
        </Form.Item>
      </div>
      <Form.Item name="password" label={t.password} extra={t.passwordHelp} rules={[{ required: true, message: text.signIn.required }, { min: 12, message: t.passwordHelp }]}>
        <PasswordInput autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="topManagement" valuePropName="checked" extra={t.topManagementHelp}>
        <Checkbox>{t.topManagement}</Checkbox>
      </Form.Item>
      <FailureAlert failure={failure} />
      <div className="dr-buttons">
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {t.next}
        </Button>
      </div>
    </Form>
  )
}
