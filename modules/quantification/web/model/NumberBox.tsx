import { currencyDigits } from '@heng/web-kit'
import { InputNumber } from 'antd'

export interface NumberBoxProps {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly label: string
  readonly width?: number
  readonly suffix?: string
  readonly status?: 'error'
}

/** A number within a sentence. */
export const NumberBox = ({ value, onChange, label, width = 110, suffix, status }: NumberBoxProps) => (
  <InputNumber
    aria-label={label} value={value ?? null} style={{ width }} controls={false} {...(suffix === undefined ? {} : { suffix })} {...(status === undefined ? {} : { status })}
    onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
  />
)

/** An amount within a sentence, in major units with their thousands apart. */
export const AmountBox = ({ value, onChange, label, currency }: NumberBoxProps & { readonly currency: string }) => (
  <InputNumber<number>
    aria-label={label} value={value ?? null} style={{ width: 170 }} controls={false} prefix={<span className="hg-muted">{currency}</span>}
    formatter={(one) => (one === undefined || (one as unknown) === '' ? '' : String(one).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ','))}
    parser={(text) => Number((text ?? '').replaceAll(/[,，\s]/g, ''))} precision={currencyDigits(currency) === 0 ? 0 : undefined}
    onChange={(next) => onChange(typeof next === 'number' && Number.isFinite(next) ? next : undefined)}
  />
)
