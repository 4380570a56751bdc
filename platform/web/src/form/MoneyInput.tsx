import type { Money } from '@heng/contract'
import { Input, Select, Space } from 'antd'
import { useState } from 'react'
import { useOrganisation } from '../client/session.ts'
import { useKitText } from '../text/text.ts'
import { majorOf, minorOf } from './money.ts'

const common = ['CNY', 'EUR', 'USD', 'GBP', 'JPY', 'HKD', 'SGD', 'CHF']

export interface MoneyInputProps {
  readonly id?: string
  readonly value?: Money | null
  /** An amount that cannot be read is handed on as it stands, so that validation refuses it at the field. */
  readonly onChange?: (value: Money | { readonly minor: string; readonly currency: string } | null) => void
}

/** An amount in major units and its currency; new amounts start in the organisation's. */
export const MoneyInput = ({ id, value, onChange }: MoneyInputProps) => {
  const t = useKitText()
  const organisation = useOrganisation()
  const [currency, setCurrency] = useState(value?.currency ?? organisation.currency)
  const [typed, setTyped] = useState<string>()
  const text = typed ?? (value !== null && value !== undefined && typeof value.minor === 'number' ? majorOf(value) : '')
  const hand = (major: string, unit: string) => {
    setTyped(major)
    if (major.trim() === '') return onChange?.(null)
    onChange?.({ minor: (minorOf(major, unit) ?? major) as never, currency: unit })
  }
  return (
    <Space.Compact block>
      <Input id={id} inputMode="decimal" aria-label={t.form.amount} value={text} onChange={(event) => hand(event.target.value, currency)} onBlur={() => setTyped(undefined)} />
      <Select
        aria-label={t.form.currency}
        style={{ width: 100 }}
        showSearch
        value={currency}
        options={[...new Set([organisation.currency, currency, ...common])].map((one) => ({ value: one, label: one }))}
        onChange={(next) => {
          setCurrency(next)
          if (text !== '') hand(text, next)
        }}
      />
    </Space.Compact>
  )
}
