import './rating.css'
import { fill } from '@heng/contract'
import type { Factor } from '@heng/engine-risk'
import { LevelInput, useLocale, useText } from '@heng/web-kit'
import { Select } from 'antd'
import { useId, type ReactNode } from 'react'
import type { Scales } from '../../../contract/index.ts'
import { messages } from '../../../locales/index.ts'
import { ownWords } from '../../base/useMethod.ts'

export interface FactorInputProps {
  readonly factor: Factor
  readonly scales: Scales
  readonly value: number | null | undefined
  readonly suggested: number | null
  /** What else speaks for a value: evidence that people may take over. */
  readonly evidence?: ReactNode
  readonly onChange: (value: number | null | undefined) => void
}

/** One factor with its steps, what each of them means by the criteria, and what the knowledge base suggests. */
export const FactorInput = ({ factor, scales, value, suggested, evidence, onChange }: FactorInputProps) => {
  const t = useText(messages).pages.rating
  const locale = useLocale()
  const id = useId()
  const meaning = (step: number) => ownWords(scales.factors[factor.id]?.find((s) => s.value === step)?.text, locale) || undefined
  const nameOf = (step: number) => factor.levels?.find((l) => l.value === step)?.title[locale] ?? ''
  const count = factor.max - factor.min + 1
  return (
    <fieldset className="rk-factor">
      <legend id={id}>
        {factor.title[locale]}
        {factor.optional === true && <span className="hg-required">{t.optional}</span>}
      </legend>
      {suggested !== null && value !== suggested && (
        <p className="rk-suggestion">
          {fill(t.suggested, { value: suggested })}{' '}
          <button type="button" className="hg-text-button" onClick={() => onChange(suggested)}>
            {fill(t.take, { value: suggested })}
          </button>
        </p>
      )}
      {evidence}
      {factor.min === 1 ? (
        <LevelInput id={`${id}-in`} aria-label={factor.title[locale]} max={factor.max} required={false} {...(value === undefined ? { blank: true } : { value })} labelOf={nameOf} meaningOf={meaning} onChange={onChange} />
      ) : (
        <Select
          className="rk-select" aria-labelledby={id} allowClear value={value ?? null} onChange={(next) => onChange(next ?? null)}
          options={Array.from({ length: count }, (_, i) => ({ value: factor.min + i, label: `${factor.min + i} ${nameOf(factor.min + i)}` }))}
        />
      )}
      {factor.optional === true && value !== undefined && (
        <button type="button" className="hg-text-button" onClick={() => onChange(undefined)}>
          {t.leaveOut}
        </button>
      )}
    </fieldset>
  )
}
