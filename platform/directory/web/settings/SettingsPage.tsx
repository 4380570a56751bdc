import { fill } from '@heng/contract'
import { ErrorView, meOptions, Page, useNotify, useOrganisation, usePermission, useText } from '@heng/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Select } from 'antd'
import { useMemo } from 'react'
import type { Locale } from '@heng/contract'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { Section } from '../parts/Section.tsx'
import { useSubmit } from '../parts/useSubmit.ts'
import { timeZones } from '../public/places.ts'
import '../directory.css'

interface Entered {
  readonly name: string
  readonly locale: Locale
  readonly timezone: string
}

/** Name, language and time zone of the organisation. */
export const Component = () => {
  const text = useText(messages).pages
  const t = text.settings
  const { slug: org, name } = useOrganisation()
  const mayWrite = usePermission('organisation:write')
  const { data, error, refetch } = useQuery(api.organisation.get.queryOptions({ input: { org } }))
  return (
    <Page title={t.title} about={fill(t.about, { organisation: name })}>
      <div className="dr-sections">
        {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <div className="hg-bone" role="status" />}
        {!mayWrite && <Alert type="info" showIcon title={t.readOnly} />}
        {data !== undefined && <SettingsForm key={data.name + data.locale + data.timezone} data={data} mayWrite={mayWrite} />}
      </div>
    </Page>
  )
}

const SettingsForm = ({ data, mayWrite }: { readonly data: Entered & { readonly slug: string; readonly currency: string }; readonly mayWrite: boolean }) => {
  const text = useText(messages).pages
  const t = text.settings
  const { slug: org } = useOrganisation()
  const notify = useNotify()
  const queries = useQueryClient()
  const [form] = Form.useForm<Entered>()
  const { submit, busy, failure } = useSubmit(form, ['name', 'locale', 'timezone'])
  const zones = useMemo(() => timeZones().map((value) => ({ value, label: value })), [])
  const save = (entered: Entered) =>
    submit(async () => {
      await api.organisation.update.call({ org, ...entered, name: entered.name.trim() })
      await Promise.all([queries.invalidateQueries({ queryKey: meOptions().queryKey }), queries.invalidateQueries({ queryKey: api.organisation.key() })])
      notify.success(t.saved)
    })
  return (
    <Section>
      <FailureAlert failure={failure} />
      <Form form={form} layout="vertical" requiredMark={false} disabled={!mayWrite} initialValues={data} onFinish={(entered) => void save(entered)}>
        <div className="dr-pair">
          <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: text.signIn.required }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="locale" label={t.language} extra={t.languageHelp}>
            <Select options={[{ value: 'zh-CN', label: '简体中文' }, { value: 'en', label: 'English' }]} />
          </Form.Item>
          <Form.Item name="timezone" label={t.timezone} extra={t.timezoneHelp}>
            <Select showSearch options={zones} />
          </Form.Item>
        </div>
        <dl className="dr-facts">
          <div><dt>{t.slug}</dt><dd>{data.slug}</dd></div>
          <div><dt>{t.currency}</dt><dd>{data.currency}</dd></div>
        </dl>
        <p className="hg-help">{t.fixed}</p>
        {mayWrite && <Button htmlType="submit" type="primary" loading={busy} className="dr-save">{t.save}</Button>}
      </Form>
    </Section>
  )
}
