import { KeyOutlined } from '@ant-design/icons'
import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useText } from '@heng/web-kit'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { messages } from '../../locales/index.ts'
import { auth } from '../api.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { PasswordInput } from '../parts/PasswordInput.tsx'
import { useSubmit } from '../parts/useSubmit.ts'
import { signInWithPasskey } from '../passkey.ts'

interface Entered {
  readonly email: string
  readonly password: string
}

export const PasswordStep = ({ onDone, onFactor }: { readonly onDone: () => void; readonly onFactor: () => void }) => {
  const text = useText(messages).pages
  const t = text.signIn
  const [form] = Form.useForm<Entered>()
  const { submit, busy, failure } = useSubmit(form, [])
  const signIn = ({ email, password }: Entered) =>
    submit(async () => {
      const answer = await auth<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email: email.trim(), password })
      if (answer.twoFactorRedirect === true) onFactor()
      else onDone()
    })
  const passkey = () =>
    submit(async () => {
      await signInWithPasskey(text.passkeys)
      onDone()
    })
  return (
    <>
      <FailureAlert failure={failure} />
      <Form form={form} layout="vertical" requiredMark={false} validateTrigger="onSubmit" onFinish={(entered) => void signIn(entered)}>
        <Form.Item name="email" label={t.email} rules={[{ required: true, whitespace: true, message: t.emailInvalid }]}>
          <Input type="email" autoComplete="username" autoFocus maxLength={254} />
        </Form.Item>
        <Form.Item name="password" label={t.password} rules={[{ required: true, message: t.required }]}>
          <PasswordInput autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={busy}>
          {t.submit}
        </Button>
      </Form>
      {browserSupportsWebAuthn() && (
        <>
          <p className="dr-or"><span>{t.or}</span></p>
          <Button block size="large" icon={<KeyOutlined />} disabled={busy} onClick={() => void passkey()}>
            {t.passkey}
          </Button>
        </>
      )}
      <p className="dr-foot"><Link to="/password-reset">{t.forgot}</Link></p>
    </>
  )
}
