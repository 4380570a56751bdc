import { DeleteOutlined } from '@ant-design/icons'
import { fields, valueText, type Condition, type Field, type FieldId, type Value } from '@heng/engine-priority'
import { Button, InputNumber, Select } from 'antd'
import { useSaid, useWords } from '../words.ts'
import { boundOf, conditionBy, operatorOf, operatorsOf, valuesOf, type Operator } from './model.ts'

export interface ConditionInputProps {
  readonly id: FieldId
  readonly condition: Condition
  /** Inputs that the clause does not ask for yet. */
  readonly free: readonly Field[]
  /** Where it stands, for those who hear it. */
  readonly at: string
  readonly onField: (id: FieldId) => void
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
}

/** A chance is written as a percentage. */
const ScoreInput = ({ field, label, value, onChange }: { readonly field: Field; readonly label: string; readonly value: number; readonly onChange: (value: number) => void }) => {
  const factor = field.max === 1 ? 100 : 1
  return (
    <InputNumber
      aria-label={label} min={0} max={field.max * factor} step={field.max === 1 ? 1 : 0.1} value={Number((value * factor).toFixed(4))} suffix={field.max === 1 ? '%' : undefined} className="vp-number"
      onChange={(next) => { if (next !== null) onChange(Number((next / factor).toFixed(6))) }}
    />
  )
}

/** One condition: the input, how it is compared, with what. */
export const ConditionInput = ({ id, condition, free, at, onField, onChange, onRemove }: ConditionInputProps) => {
  const t = useWords().draft
  const said = useSaid()
  const field = fields.find((one) => one.id === id)!
  const operator = operatorOf(condition)
  const options = (field.values ?? []).map((value) => ({ value: String(value), label: said(valueText(id, value)) }))
  const read = (text: string): Value => field.values!.find((value) => String(value) === text)!
  const bound = (key: 'atLeast' | 'atMost' | 'below', label: string) => {
    const value = boundOf(condition, key)
    const put = (next: Value) => onChange({ ...(condition as object), [key]: next } as Condition)
    return field.values === null
      ? <ScoreInput field={field} label={`${at}: ${label}`} value={Number(value)} onChange={put} />
      : <Select aria-label={`${at}: ${label}`} value={String(value)} options={options} onChange={(next: string) => put(read(next))} className="vp-value" />
  }
  return (
    <div className="vp-condition-input">
      <Select<FieldId> aria-label={`${at}: ${t.condition}`} value={id} options={[field, ...free].map((one) => ({ value: one.id, label: said(one.name) }))} onChange={onField} className="vp-field" popupMatchSelectWidth={false} />
      <Select<Operator> aria-label={`${at}: ${t.operator}`} value={operator} options={operatorsOf(field).map((value) => ({ value, label: t[value] }))} onChange={(next) => onChange(conditionBy(field, next))} className="vp-operator" popupMatchSelectWidth={false} />
      {operator === 'is' && (
        <Select<string[]>
          mode="multiple" aria-label={`${at}: ${t.value}`} value={valuesOf(condition).map(String)} options={options} className="vp-value"
          onChange={(next) => { if (next.length > 0) onChange(next.length === 1 ? read(next[0]!) : next.map(read)) }}
        />
      )}
      {(operator === 'atLeast' || operator === 'between') && bound('atLeast', operator === 'between' ? t.from : t.value)}
      {operator === 'between' && bound(field.values === null ? 'below' : 'atMost', t.to)}
      {operator === 'below' && bound('below', t.value)}
      {operator === 'atMost' && bound('atMost', t.value)}
      <Button type="text" icon={<DeleteOutlined />} aria-label={`${at}: ${t.removeCondition}`} onClick={onRemove} />
    </div>
  )
}
