import { useText } from '@heng/web-kit'
import { Select } from 'antd'
import { messages } from '../../locales/index.ts'
import { AmountBox } from './NumberBox.tsx'
import { wayOf, type DraftMagnitude } from './draft.ts'
import { useModelWords } from './useModelWords.ts'

type Way = 'lognormal' | 'pert' | 'uniform' | 'constant' | 'kept'
const ways: readonly Way[] = ['lognormal', 'pert', 'uniform', 'constant']

export interface MagnitudeInputProps {
  readonly value: DraftMagnitude | undefined
  readonly onChange: (value: DraftMagnitude) => void
  readonly currency: string
  readonly label: string
}

/** Distributions that nobody types: taken over from experts or incidents, and replaced as a whole. */
const isKept = ({ mixture, empirical, modifiedPert, lognormal }: DraftMagnitude): boolean => mixture !== undefined || empirical !== undefined || modifiedPert !== undefined || lognormal?.mu !== undefined

/** What an event costs, as a sentence. */
export const MagnitudeInput = ({ value = {}, onChange, currency, label }: MagnitudeInputProps) => {
  const t = useText(messages).pages.model
  const words = useModelWords(currency)
  const kept = isKept(value)
  const way = kept ? 'kept' : (wayOf(value, 'lognormal') as Way)
  const { lognormal, pert, uniform, constant } = value
  const box = (name: string, one: number | undefined, change: (next: number | undefined) => void) => <AmountBox label={`${label}: ${name}`} currency={currency} value={one} onChange={change} />
  return (
    <div className="rq-sentence">
      <Select<Way>
        aria-label={label} value={way} style={{ width: 210 }} options={[...(kept ? ['kept' as const] : []), ...ways].map((one) => ({ value: one, label: t.magnitude[one] }))}
        onChange={(next) => next !== 'kept' && onChange({ [next]: {} })}
      />
      {way === 'kept' && <span>{words.magnitude(value as never)}</span>}
      {way === 'lognormal' && (
        <>
          <span>{t.magnitude.prefix}</span>
          {box('5%', lognormal?.p5, (p5) => onChange({ lognormal: { ...lognormal, p5 } }))}
          <span>{t.frequency.and}</span>
          {box('95%', lognormal?.p95, (p95) => onChange({ lognormal: { ...lognormal, p95 } }))}
        </>
      )}
      {way === 'pert' && (['min', 'mode', 'max'] as const).map((end) => (
        <span key={end} className="rq-sentence">
          <span>{t.magnitude[end === 'mode' ? 'mode' : end]}</span>
          {box(t.magnitude[end], pert?.[end], (one) => onChange({ pert: { ...pert, [end]: one } }))}
        </span>
      ))}
      {way === 'uniform' && (['min', 'max'] as const).map((end) => (
        <span key={end} className="rq-sentence">
          <span>{t.magnitude[end]}</span>
          {box(t.magnitude[end], uniform?.[end], (one) => onChange({ uniform: { ...uniform, [end]: one } }))}
        </span>
      ))}
      {way === 'constant' && (
        <>
          <span>{t.magnitude.amount}</span>
          {box(t.magnitude.amount, constant?.amount, (amount) => onChange({ constant: { amount } }))}
        </>
      )}
    </div>
  )
}
