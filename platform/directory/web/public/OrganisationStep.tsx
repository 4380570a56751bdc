import { fill, type Locale } from '@heng/contract'
import { isApiError, useLocale, useText } from '@heng/web-kit'
import { Button, Form, Input, Select } from 'antd'
import { useMemo, useRef } from 'react'
import { slug as slugSchema, type riskMethods } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, auth } from '../api.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { useSubmit } from '../parts/useSubmit.ts'
import { useArrive } from '../useArrive.ts'
import { MethodChoice } from './MethodChoice.tsx'
import type { Owner } from './OwnerStep.tsx'
import { currencies, likelyCurrency, slugOf, timeZones } from './places.ts'

export interface Organisation {
  readonly name: string
  readonly slug: string
  readonly locale: Locale
  readonly timezone: string
  readonly currency: string
  readonly riskMethod: (typeof riskMethods)[number]
}

interface Props {
  readonly owner: Owner
  readonly initial: Partial<Organisation> | undefined
  /** Back to the owner with what was entered, and with what the server holds against the owner. */
  readonly onBack: (entered: Partial<Organisation>, refused?: unknown) => void
}

// The name of the organisation makes some passwords easy to guess that were not before it was known.
const isAboutOwner = (error: unknown): boolean => isApiError(error) && error.fields.some(({ path }) => path === 'password' || path.startsWith('owner.'))

/** Step two: the organisation. Creates everything, signs the owner in and opens the start page. */
export const OrganisationStep = ({ owner, initial, onBack }: Props) => {
  const text = useText(messages).pages
  const t = text.setup
  const locale = useLocale()
  const arrive = useArrive()
  const [form] = Form.useForm<Organisation>()
  const { submit, busy, failure } = useSubmit(form, ['name', 'slug', 'locale', 'timezone', 'currency', 'riskMethod'])
  const ownSlug = useRef(initial !== undefined)
  const zones = useMemo(() => timeZones().map((value) => ({ value, label: value })), [])
  const money = useMemo(() => currencies(locale), [locale])
  const slug = Form.useWatch('slug', form) ?? ''
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

  const create = (organisation: Organisation) =>
    submit(async () => {
      const { token, ...person } = owner
      try {
        const made = await api.setup.create.call({ token, owner: person, organisation: { ...organisation, name: organisation.name.trim() } })
        await auth('/sign-in/email', { email: owner.email, password: owner.password })
        arrive(`/o/${made.slug}`)
      } catch (error) {
        if (!isAboutOwner(error)) throw error
        onBack(organisation, error)
      }
    })
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onSubmit"
      initialValues={{ name: '', slug: 'org', locale, timezone: zone, currency: likelyCurrency(zone), riskMethod: 'gbt20984-2022', ...initial }}
      onValuesChange={(changed: Partial<Organisation>) => {
        if (changed.slug !== undefined) ownSlug.current = true
        if (changed.name !== undefined && !ownSlug.current) form.setFieldValue('slug', slugOf(changed.name))
      }}
      onFinish={(entered) => void create(entered)}
    >
      <div className="dr-pair">
        <Form.Item name="name" label={t.organisation} rules={[{ required: true, whitespace: true, message: text.signIn.required }]}>
          <Input autoComplete="organization" autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item
          name="slug"
          label={t.slug}
          extra={fill(t.slugHelp, { address: `${location.host}/o/${slug}` })}
          rules={[{ validator: async (_, value) => {
            if (!slugSchema.safeParse(value).success) throw new Error(t.slugInvalid)
          } }]}
        >
          <Input maxLength={48} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="locale" label={t.language} extra={t.languageHelp}>
          <Select options={[{ value: 'zh-CN', label: '简体中文' }, { value: 'en', label: 'English' }]} />
        </Form.Item>
        <Form.Item name="timezone" label={t.timezone}>
          <Select showSearch options={zones} />
        </Form.Item>
        <Form.Item name="currency" label={t.currency} extra={t.currencyHelp}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={money} />
        </Form.Item>
      </div>
      <Form.Item name="riskMethod" label={t.method} extra={t.methodHelp}>
        <MethodChoice />
      </Form.Item>
      <FailureAlert failure={failure} />
      <div className="dr-buttons">
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {t.create}
        </Button>
        <Button size="large" disabled={busy} onClick={() => onBack(form.getFieldsValue())}>
          {t.back}
        </Button>
      </div>
    </Form>
  )
}
