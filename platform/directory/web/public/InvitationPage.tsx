import { fill } from '@heng/contract'
import { ErrorView, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, auth } from '../api.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { PasswordInput } from '../parts/PasswordInput.tsx'
import { PublicCard } from '../parts/PublicCard.tsx'
import { useSubmit } from '../parts/useSubmit.ts'
import { useArrive } from '../useArrive.ts'

/** Accepting an invitation: the new member sets a password, or confirms with the one they already have. */
export const Component = () => {
  const text = useText(messages).pages
  const t = text.invitation
  const { token } = useParams({ strict: false }) as { token: string }
  const arrive = useArrive()
  const [form] = Form.useForm<{ password: string }>()
  const { submit, busy, failure } = useSubmit(form, ['password'])
  // Once it is accepted it no longer exists; asking again on the way out would only show that.
  const [accepted, setAccepted] = useState(false)
  const { data, error, refetch } = useQuery(api.invitation.get.queryOptions({ input: { token }, retry: false, staleTime: Infinity, enabled: !accepted }))

  const accept = ({ password }: { password: string }) =>
    submit(async () => {
      const { slug, email } = await api.invitation.accept.call({ token, password })
      setAccepted(true)
      const { twoFactorRedirect } = await auth<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password })
      arrive(twoFactorRedirect === true ? '/sign-in' : `/o/${encodeURIComponent(slug)}`)
    })

  if (data === undefined) {
    return (
      <PublicCard title={error === null ? text.signIn.title : t.invalidTitle}>
        {error === null ? <div className="hg-bone" role="status" /> : <ErrorView error={error} onRetry={() => void refetch()} />}
        {error !== null && <p className="dr-foot"><Link to="/sign-in">{text.setup.toSignIn}</Link></p>}
      </PublicCard>
    )
  }
  const { organisation, name, email, hasAccount } = data
  return (
    <PublicCard title={fill(t.title, { organisation })} about={fill(t.greeting, { name, organisation })} step="accept">
      <dl className="dr-facts">
        <div><dt>{t.email}</dt><dd>{email}</dd></div>
      </dl>
      <FailureAlert failure={failure} />
      <Form form={form} layout="vertical" requiredMark={false} validateTrigger="onSubmit" onFinish={(entered) => void accept(entered)}>
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <Form.Item
          name="password"
          label={hasAccount ? t.password : t.newPassword}
          extra={hasAccount ? t.existing : text.setup.passwordHelp}
          rules={[{ required: true, message: text.signIn.required }, ...(hasAccount ? [] : [{ min: 12, message: text.setup.passwordHelp }])]}
        >
          <PasswordInput autoComplete={hasAccount ? 'current-password' : 'new-password'} autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={busy}>
          {t.accept}
        </Button>
      </Form>
    </PublicCard>
  )
}
