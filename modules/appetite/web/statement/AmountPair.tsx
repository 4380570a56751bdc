import '../base/base.css'
import { useText } from '@heng/web-kit'
import { InputNumber } from 'antd'
import { useId } from 'react'
import { messages } from '../../locales/index.ts'

/** Two limits of which either may be missing while they are typed; amounts in minor units. */
export interface Pair {
  readonly appetite: number | null
  readonly tolerance: number | null
}

export interface AmountPairProps {
  readonly title: string
  readonly about: string
  readonly currency: string
  readonly value: Pair
  readonly onChange: (value: Pair) => void
}

/** How many decimals a currency has: two for most, none for the yen (ISO 4217). */
const decimals = (currency: string): number => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Two amounts of one currency, typed in major units: wanted and borne. */
export const AmountPair = ({ title, about, currency, value, onChange }: AmountPairProps) => {
  const t = useText(messages).pages.statement
  const id = useId()
  const scale = 10 ** decimals(currency)
  const amount = (key: keyof Pair, label: string) => (
    <div>
      <label className="hg-label" htmlFor={`${id}-${key}`}>{title} · {label}</label>
      <InputNumber<number>
        id={`${id}-${key}`} min={0} max={9_000_000_000_000 / scale} suffix={currency} placeholder={t.notStated} value={value[key] === null ? null : value[key] / scale} aria-describedby={`${id}-about`}
        formatter={(v) => (v === undefined ? '' : String(v).replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ','))} parser={(text) => Number((text ?? '').replaceAll(',', ''))}
        onChange={(next) => onChange({ ...value, [key]: next === null ? null : Math.round(next * scale) })}
      />
    </div>
  )
  return (
    <>
      {amount('appetite', t.wanted)}
      {amount('tolerance', t.borne)}
      <p id={`${id}-about`} className="hg-help ap-wide">{about}</p>
    </>
  )
}
