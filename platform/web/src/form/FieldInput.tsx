import type { Field, Label, Money } from '@heng/contract'
import { Input, InputNumber, Segmented, Select } from 'antd'
import type { NounKit } from '../app/nounKit.ts'
import { fieldLabel, levelLabel, levelMeaning, valueLabel } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import { CodeSelect } from './CodeSelect.tsx'
import { DateInput } from './DateInput.tsx'
import { controlOf } from './formModel.ts'
import { LevelInput } from './LevelInput.tsx'
import { MoneyInput } from './MoneyInput.tsx'
import { RecordSelect } from './RecordSelect.tsx'

export interface FieldInputProps {
  readonly kit: NounKit
  readonly name: string
  readonly field: Field
  readonly labels: Readonly<Record<string, Label>>
  /** Nothing counts as chosen until somebody chooses, not even “not assessed”; for a change of many records. */
  readonly blank?: boolean
  // The form hands these three to its control.
  readonly id?: string
  readonly value?: unknown
  readonly onChange?: (value: unknown) => void
}

/** The control of a field, by its kind; values go in and out as the contract writes them. */
export const FieldInput = ({ kit, name, field, labels, blank, id, value, onChange }: FieldInputProps) => {
  const t = useKitText()
  const common = { ...(id === undefined ? {} : { id }), onChange: (next: unknown) => onChange?.(next) }
  const choices = (field.values ?? []).map((one) => ({ value: one, label: valueLabel(kit.text, name, one) }))
  switch (controlOf(field)) {
    case 'text':
      return <Input id={id} value={(value as string | null) ?? ''} maxLength={field.max} onChange={(event) => onChange?.(event.target.value)} />
    case 'longText':
      return <Input.TextArea id={id} value={(value as string | null) ?? ''} maxLength={field.max} autoSize={{ minRows: 3, maxRows: 14 }} onChange={(event) => onChange?.(event.target.value)} />
    case 'integer':
    case 'number':
      // No `min` and `max`: the box would silently change what was typed instead of saying what is allowed.
      return <InputNumber {...common} value={value as number | null} precision={field.kind === 'integer' ? 0 : undefined} style={{ width: '100%', maxWidth: 260 }} />
    case 'level':
      return <LevelInput {...common} aria-label={fieldLabel(kit.text, t, name)} blank={blank} value={value as number | null | undefined} max={field.max ?? 5} required={field.required} labelOf={(step) => levelLabel(kit.text, t, name, step, field.max)} meaningOf={(step) => levelMeaning(kit.text, name, step)} />
    case 'boolean':
      return (
        <Segmented
          {...common}
          value={value === null || value === undefined ? '' : String(value)}
          options={[{ value: 'true', label: t.values.yes }, { value: 'false', label: t.values.no }, ...(field.required ? [] : [{ value: '', label: t.values.notGiven }])]}
          onChange={(next) => onChange?.(next === '' ? null : next === 'true')}
        />
      )
    case 'segmented':
      return (
        <Segmented
          {...common}
          value={(value as string | null) ?? ''}
          options={[...choices, ...(field.required ? [] : [{ value: '', label: t.values.notGiven }])]}
          onChange={(next) => onChange?.(next === '' ? null : next)}
        />
      )
    case 'select':
      return <Select {...common} value={(value as string | null) ?? null} options={choices} placeholder={t.form.choose} allowClear={!field.required} showSearch={{ optionFilterProp: 'label' }} onChange={(next) => onChange?.(next ?? null)} />
    case 'tags':
      return <Select {...common} mode="multiple" value={(value as string[] | null) ?? []} options={choices} placeholder={t.form.choose} showSearch={{ optionFilterProp: 'label' }} onChange={(next: string[]) => onChange?.(next)} />
    case 'date':
    case 'timestamp':
      return <DateInput {...common} value={value as string | null} withTime={field.kind === 'timestamp'} />
    case 'money':
      return <MoneyInput {...common} value={value as Money | null} />
    case 'record':
      return <RecordSelect {...common} target={field.target} value={value as string | null} labels={labels} clearable={!field.required} />
    case 'records':
      return <RecordSelect {...common} target={field.target} value={(value as string[] | null) ?? []} labels={labels} multiple />
    case 'code':
      return <CodeSelect {...common} vocabulary={field.vocabulary} value={(value as string | null) ?? null} clearable={!field.required} />
    case 'none':
      return null
  }
}
