import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { ControlAria } from './controlAria.ts'

export interface DateInputProps extends ControlAria {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
  /** With a time of day, as an instant; without, a calendar date. */
  readonly withTime?: boolean
}

/** A date as the contract writes it: `2026-05-31`, or an instant in UTC. */
export const DateInput = ({ id, value, onChange, withTime = false, ...aria }: DateInputProps) => (
  <DatePicker
    {...(id === undefined ? {} : { id })}
    {...aria}
    style={{ width: '100%', maxWidth: 260 }}
    showTime={withTime ? { format: 'HH:mm' } : false}
    format={withTime ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'}
    value={value === null || value === undefined || !dayjs(value).isValid() ? null : dayjs(value)}
    // Enter takes the date typed; it does not send the form around it.
    onKeyDown={(event) => {
      if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
    }}
    onChange={(next) => onChange?.(next === null ? null : withTime ? next.toISOString() : next.format('YYYY-MM-DD'))}
  />
)
