import type { Field, Label } from '@heng/contract'
import { Checkbox, DatePicker, Input, InputNumber, Space } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useEffectEvent, useState } from 'react'
import type { NounKit } from '../app/nounKit.ts'
import { useOrganisation } from '../client/session.ts'
import { CodeSelect } from '../form/CodeSelect.tsx'
import { minorOf } from '../form/money.ts'
import { RecordSelect } from '../form/RecordSelect.tsx'
import { useSettled } from '../form/useOptions.ts'
import { levelLabel, valueLabel } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import { LevelTag } from '../values/LevelTag.tsx'
import { formatRange, majorRange, notGiven, parseRange } from './range.ts'

export interface FilterEditorProps {
  readonly kit: NounKit
  readonly name: string
  readonly field: Field
  readonly label: string
  readonly values: readonly string[]
  readonly labels: Readonly<Record<string, Label>>
  readonly onChange: (values: readonly string[]) => void
}

/** Edits the filter of one field by its kind; every change acts at once. */
export const FilterEditor = (props: FilterEditorProps) => {
  const { field } = props
  switch (field.kind) {
    case 'enum':
    case 'tags':
    case 'level':
    case 'boolean':
      return <Choices {...props} />
    case 'person':
    case 'unit':
    case 'record':
    case 'records':
      return <RecordsFilter {...props} />
    case 'code':
      return <CodeFilter {...props} />
    case 'integer':
    case 'number':
    case 'money':
      return <NumberRange {...props} />
    case 'date':
    case 'timestamp':
      return <DateRange {...props} />
    default:
      return <Contains {...props} />
  }
}

const Choices = ({ kit, name, field, values, onChange }: FilterEditorProps) => {
  const t = useKitText()
  const choices =
    field.kind === 'boolean' ? [['true', t.values.yes] as const, ['false', t.values.no] as const]
    : field.kind === 'level' ?
      Array.from({ length: field.max ?? 5 }, (_, index) => (field.max ?? 5) - index).map((step) => [String(step), <LevelTag key={step} value={step} max={field.max ?? 5} label={levelLabel(kit.text, t, name, step, field.max)} />] as const)
    : (field.values ?? []).map((value) => [value, valueLabel(kit.text, name, value)] as const)
  const none = field.required ? [] : [[notGiven, field.kind === 'level' ? t.values.notAssessed : t.values.notGiven] as const]
  return (
    <Checkbox.Group
      className="hg-choices"
      value={[...values]}
      onChange={(next) => onChange(next as string[])}
      options={[...choices, ...none].map(([value, words]) => ({ value, label: words }))}
    />
  )
}

const RecordsFilter = ({ field, label, values, labels, onChange }: FilterEditorProps) => {
  const t = useKitText()
  return (
    <RecordSelect
      aria-label={label}
      target={field.target}
      multiple
      value={values}
      labels={labels}
      extra={field.required ? [] : [{ value: notGiven, text: t.values.notGiven, reference: null }]}
      onChange={(next) => onChange(next === null ? [] : typeof next === 'string' ? [next] : next)}
    />
  )
}

const CodeFilter = ({ field, label, values, onChange }: FilterEditorProps) => {
  const t = useKitText()
  return (
    <CodeSelect
      aria-label={label}
      vocabulary={field.vocabulary}
      multiple
      value={values}
      extra={field.required ? [] : [{ value: notGiven, text: t.values.notGiven }]}
      onChange={(next) => onChange((next ?? []) as string[])}
    />
  )
}

const NotGivenBox = ({ field, values, onChange }: FilterEditorProps) => {
  const t = useKitText()
  return field.required ? null : (
    <Checkbox checked={values.includes(notGiven)} onChange={(event) => onChange(event.target.checked ? [notGiven] : [])}>
      {t.values.notGiven}
    </Checkbox>
  )
}

const NumberRange = (props: FilterEditorProps) => {
  const t = useKitText()
  const { field, label, values, onChange } = props
  const { currency } = useOrganisation()
  const isMoney = field.kind === 'money'
  const stored = parseRange(values[0] ?? '') ?? { from: undefined, to: undefined }
  const range = isMoney ? (parseRange(majorRange(values[0] ?? '', currency)) ?? stored) : stored
  const hand = (end: 'from' | 'to', value: string | number | null) => {
    const text = value === null || value === '' ? '' : String(isMoney ? (minorOf(String(value), currency) ?? '') : value)
    const next = formatRange({ ...stored, [end]: text === '' ? undefined : text })
    onChange(next === undefined ? [] : [next])
  }
  const box = (end: 'from' | 'to', words: string) => (
    <InputNumber aria-label={`${label}: ${words}`} placeholder={words} value={range[end] ?? null} onChange={(value) => hand(end, value)} changeOnWheel={false} style={{ width: '50%' }} />
  )
  return (
    <div className="hg-filter-rows">
      <Space.Compact block>
        {box('from', t.register.from)}
        {box('to', t.register.to)}
      </Space.Compact>
      <NotGivenBox {...props} />
    </div>
  )
}

const DateRange = (props: FilterEditorProps) => {
  const t = useKitText()
  const { label, values, onChange } = props
  const range = parseRange(values[0] ?? '')
  const day = (value: string | undefined) => (value === undefined || !dayjs(value).isValid() ? null : dayjs(value))
  const hand = (end: 'from' | 'to', value: dayjs.Dayjs | null) => {
    const next = formatRange({ from: range?.from, to: range?.to, [end]: value?.format('YYYY-MM-DD') })
    onChange(next === undefined ? [] : [next])
  }
  return (
    <div className="hg-filter-rows">
      <DatePicker aria-label={`${label}: ${t.register.from}`} placeholder={t.register.from} value={day(range?.from)} onChange={(value) => hand('from', value)} />
      <DatePicker aria-label={`${label}: ${t.register.to}`} placeholder={t.register.to} value={day(range?.to)} onChange={(value) => hand('to', value)} />
      <NotGivenBox {...props} />
    </div>
  )
}

const Contains = (props: FilterEditorProps) => {
  const t = useKitText()
  const { label, values, onChange } = props
  const current = values[0] === notGiven ? '' : (values[0] ?? '')
  const [text, setText] = useState(current)
  const settled = useSettled(text, 300)
  const apply = useEffectEvent(() => {
    if (settled.trim() !== current) onChange(settled.trim() === '' ? [] : [settled.trim()])
  })
  useEffect(() => apply(), [settled])
  return (
    <div className="hg-filter-rows">
      <Input aria-label={`${label}: ${t.register.contains}`} placeholder={t.register.contains} value={text} maxLength={200} allowClear onChange={(event) => setText(event.target.value)} />
      <NotGivenBox {...props} />
    </div>
  )
}
