import { ErrorView, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import { messages } from '../../locales/index.ts'
import { api, auth } from '../api.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { PasswordInput } from '../parts/PasswordInput.tsx'
import { PublicCard } from '../parts/PublicCard.tsx'
import { useSubmit } from '../parts/useSubmit.ts'
import { useArrive } from '../useArrive.ts'

/** Sets a new password by a link and signs in with it, where no second factor is asked for. */
export const Component = () => {
  const text = useText(messages).pages
  const t = text.reset
  const { token } = useParams({ strict: false }) as { token: string }
  const arrive = useArrive()
  const [form] = Form.useForm<{ password: string }>()
  const { submit, busy, failure } = useSubmit(form, ['password'])
  const { data, error, refetch } = useQuery(api.passwordReset.get.queryOptions({ input: { token }, retry: false, staleTime: Infinity }))

  const save = ({ password }: { password: string }) =>
    submit(async () => {
      const { email } = await api.passwordReset.use.call({ token, password })
      const { twoFactorRedirect } = await auth<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password })
      arrive(twoFactorRedirect === true ? '/sign-in' : '/')
    })

  if (data === undefined) {
    return (
      <PublicCard title={error === null ? t.newTitle : t.invalidTitle}>
        {error === null ? <div className="hg-bone" role="status" /> : <ErrorView error={error} onRetry={() => void refetch()} />}
        {error !== null && <p className="dr-foot"><Link to="/password-reset">{t.askAgain}</Link></p>}
      </PublicCard>
    )
  }
  return (
    <PublicCard title={t.newTitle} about={t.newAbout}>
      <dl className="dr-facts">
        <div><dt>{text.invitation.email}</dt><dd>{data.email}</dd></div>
      </dl>
      <FailureAlert failure={failure} />
      <Form form={form} layout="vertical" requiredMark={false} validateTrigger="onSubmit" onFinish={(entered) => void save(entered)}>
        <input type="text" name="username" autoComplete="username" value={data.email} readOnly hidden />
        <Form.Item name="password" label={t.newPassword} extra={text.setup.passwordHelp} rules={[{ required: true, message: text.signIn.required }, { min: 12, message: text.setup.passwordHelp }]}>
          <PasswordInput autoComplete="new-password" autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={busy}>{t.save}</Button>
      </Form>
    </PublicCard>
  )
}
