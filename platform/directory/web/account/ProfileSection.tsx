import type { Locale } from '@heng/contract'
import { chooseLocale, meOptions, useLocale, useMe, useNotify, useText } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { Section } from '../parts/Section.tsx'
import { useSubmit } from '../parts/useSubmit.ts'

export const ProfileSection = () => {
  const text = useText(messages).pages
  const t = text.account
  const { user } = useMe()
  const locale = useLocale()
  const notify = useNotify()
  const queries = useQueryClient()
  const [form] = Form.useForm<{ name: string; locale: Locale }>()
  const { submit, busy, failure } = useSubmit(form, ['name', 'locale'])
  const save = (entered: { name: string; locale: Locale }) =>
    submit(async () => {
      await api.account.preferences.call({ name: entered.name.trim(), locale: entered.locale })
      chooseLocale(entered.locale)
      await queries.invalidateQueries({ queryKey: meOptions().queryKey })
      notify.success(messages[entered.locale].pages.account.saved)
    })
  return (
    <Section title={t.profile}>
      <FailureAlert failure={failure} />
      <Form name="profile" form={form} layout="vertical" requiredMark={false} initialValues={{ name: user.name, locale }} onFinish={(entered) => void save(entered)}>
        <div className="dr-pair">
          <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: text.signIn.required }]}>
            <Input maxLength={200} autoComplete="name" />
          </Form.Item>
          <Form.Item name="locale" label={t.language}>
            <Select options={[{ value: 'zh-CN', label: '简体中文' }, { value: 'en', label: 'English' }]} />
          </Form.Item>
          <Form.Item label={t.email} htmlFor="account-email" extra={t.emailHelp}>
            <Input id="account-email" value={user.email} readOnly variant="filled" />
          </Form.Item>
        </div>
        <Button htmlType="submit" type="primary" loading={busy}>{t.save}</Button>
      </Form>
    </Section>
  )
}
