import { useMe, useNotify, useText } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { PasswordInput } from '../parts/PasswordInput.tsx'
import { Section } from '../parts/Section.tsx'
import { useSubmit } from '../parts/useSubmit.ts'

interface Entered {
  readonly current: string
  readonly password: string
}

export const PasswordSection = () => {
  const text = useText(messages).pages
  const t = text.account
  const { user } = useMe()
  const notify = useNotify()
  const queries = useQueryClient()
  const [form] = Form.useForm<Entered>()
  const { submit, busy, failure } = useSubmit(form, ['current', 'password'])
  const change = (entered: Entered) =>
    submit(async () => {
      await api.account.changePassword.call(entered)
      form.resetFields()
      notify.success(t.changed)
      await queries.invalidateQueries({ queryKey: api.account.sessions.key() })
    })
  return (
    <Section title={t.password} text={t.passwordText}>
      <FailureAlert failure={failure} />
      <Form name="change-password" form={form} layout="vertical" requiredMark={false} validateTrigger="onSubmit" onFinish={(entered) => void change(entered)}>
        <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
        <div className="dr-pair">
          <Form.Item name="current" label={t.current} rules={[{ required: true, message: text.signIn.required }]}>
            <PasswordInput autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="password" label={t.next} extra={text.setup.passwordHelp} rules={[{ required: true, message: text.signIn.required }, { min: 12, message: text.setup.passwordHelp }]}>
            <PasswordInput autoComplete="new-password" />
          </Form.Item>
        </div>
        <Button htmlType="submit" loading={busy}>{t.change}</Button>
      </Form>
    </Section>
  )
}
