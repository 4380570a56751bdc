import { isApiError, useText } from '@heng/web-kit'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { auth } from '../api.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { PublicCard } from '../parts/PublicCard.tsx'
import { useSubmit } from '../parts/useSubmit.ts'

/** The second factor: a code of the authenticator app, or a recovery code when the phone is gone. */
export const FactorStep = ({ onDone, onRestart }: { readonly onDone: () => void; readonly onRestart: () => void }) => {
  const t = useText(messages).pages.signIn
  const [recovery, setRecovery] = useState(false)
  const [form] = Form.useForm<{ code: string }>()
  const { submit, busy, failure } = useSubmit(form, [])
  const [over, setOver] = useState(false)
  const verify = ({ code }: { code: string }) =>
    submit(async () => {
      try {
        await auth(recovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', { code: recovery ? code.trim() : code.replace(/\D/g, '') })
      } catch (error) {
        setOver(isApiError(error) && error.code === 'signIn.expired')
        form.resetFields()
        throw error
      }
      onDone()
    })
  const change = () => {
    setRecovery(!recovery)
    form.resetFields()
  }
  return (
    <PublicCard title={t.codeTitle} about={recovery ? t.recoveryText : t.codeText} step={recovery ? 'recovery' : 'code'}>
      <FailureAlert failure={failure} />
      <Form form={form} layout="vertical" requiredMark={false} validateTrigger="onSubmit" onFinish={(entered) => void verify(entered)}>
        <Form.Item key={String(recovery)} name="code" label={recovery ? t.recovery : t.code} rules={[{ required: true, message: t.required }]}>
          {recovery ? (
            <Input autoFocus autoComplete="off" maxLength={20} className="dr-code" spellCheck={false} />
          ) : (
            <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={8} className="dr-code" />
          )}
        </Form.Item>
        {over ? (
          <Button type="primary" block size="large" onClick={onRestart}>
            {t.restart}
          </Button>
        ) : (
          <Button type="primary" htmlType="submit" block size="large" loading={busy}>
            {t.verify}
          </Button>
        )}
      </Form>
      <p className="dr-foot dr-foot-links">
        <button type="button" className="hg-text-button" onClick={change}>{recovery ? t.useCode : t.useRecovery}</button>
        <button type="button" className="hg-text-button" onClick={onRestart}>{t.restart}</button>
      </p>
    </PublicCard>
  )
}
