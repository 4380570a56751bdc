import '../measure/measure.css'
import { useText } from '@heng/web-kit'
import { InputNumber } from 'antd'
import { messages } from '../../locales/index.ts'

/** Percent taken off how often losses happen and off how much each costs; null is "not assessed". */
export interface Shares {
  readonly frequency?: number | null | undefined
  readonly magnitude?: number | null | undefined
}
export interface ShareInputsProps {
  readonly shares: Shares
  readonly onChange: (next: { frequency: number | null; magnitude: number | null }) => void
  readonly of?: string
}

/** What a safeguard takes off in money, for whoever quantifies the risk; empty means that nobody has assessed it. */
export const ShareInputs = ({ shares, onChange, of }: ShareInputsProps) => {
  const t = useText(messages).pages
  const { frequency = null, magnitude = null } = shares
  const input = (name: 'frequency' | 'magnitude') => (
    <label>
      <span>{t.evidence[name]}</span>
      <InputNumber<number>
        size="small" className="rk-share" min={0} max={100} precision={0} suffix="%" value={name === 'frequency' ? frequency : magnitude} placeholder={t.treatment.unknown}
        aria-label={[of, t.evidence[name], t.treatment.takesOff].filter(Boolean).join(' ')} onChange={(value) => onChange({ frequency, magnitude, [name]: value })}
      />
    </label>
  )
  return (
    <span className="rk-targets">
      {input('frequency')}
      {input('magnitude')}
    </span>
  )
}
