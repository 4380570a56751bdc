import { fill } from '@heng/contract'
import { ErrorView, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { PublicCard } from '../parts/PublicCard.tsx'
import { useSubmit } from '../parts/useSubmit.ts'

/** Asks for a link to a new password; says the same for known and unknown addresses. */
export const Component = () => {
  const text = useText(messages).pages
  const t = text.reset
  const [form] = Form.useForm<{ email: string }>()
  const { submit, busy, failure } = useSubmit(form, ['email'])
  const [sent, setSent] = useState<string>()
  const { data, error, refetch } = useQuery(api.passwordReset.status.queryOptions({ input: {}, retry: false }))
  const ask = ({ email }: { email: string }) =>
    submit(async () => {
      await api.passwordReset.request.call({ email: email.trim() })
      setSent(email.trim())
    })
  const back = <p className="dr-foot"><Link to="/sign-in">{t.toSignIn}</Link></p>

  if (sent !== undefined) {
    return (
      <PublicCard title={t.sentTitle} about={fill(t.sent, { email: sent })} step="sent">
        <p className="hg-help">{t.again}</p>
        {back}
      </PublicCard>
    )
  }
  if (data === undefined || !data.byMail) {
    return (
      <PublicCard title={t.title} {...(data === undefined ? {} : { about: t.noMailAbout })}>
        {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <div className="hg-bone" role="status" />}
        {back}
      </PublicCard>
    )
  }
  return (
    <PublicCard title={t.title} about={t.about}>
      <FailureAlert failure={failure} />
      <Form form={form} layout="vertical" requiredMark={false} validateTrigger="onSubmit" onFinish={(entered) => void ask(entered)}>
        <Form.Item name="email" label={text.signIn.email} rules={[{ required: true, type: 'email', message: text.signIn.emailInvalid }]}>
          <Input type="email" autoComplete="username" autoFocus maxLength={254} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={busy}>{t.send}</Button>
      </Form>
      {back}
    </PublicCard>
  )
}
