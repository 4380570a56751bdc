import type { Label } from '@heng/contract'
import { CodeSelect, DateInput, levelLabel, RecordSelect, useKitText, useText, valueLabel, type NounKit } from '@heng/web-kit'
import { Input, Select } from 'antd'
import { messages } from '../../locales/index.ts'

interface Props {
  readonly kit: NounKit
  readonly name: string
  /** A text as it could stand in a cell; undefined while nothing is chosen, empty for "no value". */
  readonly value: string | undefined
  readonly onChange: (text: string | undefined) => void
  readonly labels: Readonly<Record<string, Label>>
  /** Offers "no value" as a choice. */
  readonly mayBeEmpty?: boolean
  readonly 'aria-label': string
  readonly 'aria-invalid'?: boolean
  readonly 'aria-describedby'?: string
  readonly status?: 'error'
}

/** Takes a value of a field as the text that a cell would hold; what can be chosen is chosen, not typed. */
export const ValueText = ({ kit, name, value, onChange, labels, mayBeEmpty = false, ...aria }: Props) => {
  const t = useText(messages).page.check
  const kitText = useKitText()
  const field = kit.noun.fields[name]!
  const extra = mayBeEmpty && !field.required ? [{ value: '', text: t.asEmpty }] : []
  const take = (next: string | string[] | null | undefined) => onChange(typeof next === 'string' ? next : undefined)
  const select = (options: readonly { value: string; label: string }[]) => (
    <Select {...aria} className="im-value" value={value ?? null} options={[...extra.map((one) => ({ value: one.value, label: one.text })), ...options]} placeholder={kitText.form.choose} allowClear showSearch={{ optionFilterProp: 'label' }} onChange={take} />
  )
  switch (field.kind) {
    case 'enum': case 'tags':
      return select((field.values ?? []).map((one) => ({ value: one, label: valueLabel(kit.text, name, one) })))
    case 'boolean':
      return select([{ value: 'yes', label: kitText.values.yes }, { value: 'no', label: kitText.values.no }])
    case 'level':
      return select([
        ...Array.from({ length: field.max ?? 5 }, (_, i) => ({ value: String(i + 1), label: `${i + 1} ${levelLabel(kit.text, kitText, name, i + 1, field.max)}` })),
        { value: 'not assessed', label: kitText.values.notAssessed },
      ])
    case 'code':
      return <CodeSelect {...aria} vocabulary={field.vocabulary} value={value ?? null} extra={extra} onChange={take} />
    case 'date':
      return <DateInput {...aria} value={value ?? null} onChange={take} />
    case 'person': case 'unit': case 'record': case 'records':
      return <RecordSelect {...aria} target={field.target} value={value ?? null} labels={labels} extra={extra.map((one) => ({ ...one, reference: null }))} onChange={take} />
    default:
      return <Input {...aria} value={value ?? ''} maxLength={500} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)} />
  }
}
