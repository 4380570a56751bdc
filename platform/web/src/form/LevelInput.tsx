import { useState } from 'react'
import { useKitText } from '../text/text.ts'
import { LevelTag } from '../values/LevelTag.tsx'
import { levelStep } from '../values/levelStep.ts'

export interface LevelInputProps {
  readonly id?: string
  /** What is rated. */
  readonly 'aria-label': string
  readonly value?: number | null
  readonly onChange?: (value: number | null) => void
  readonly max: number
  readonly required: boolean
  readonly labelOf: (value: number) => string
  /** No value given yet is no choice, rather than “not assessed”. */
  readonly blank?: boolean | undefined
  /** What a step means in a sentence; the one pointed at or chosen is shown, all of them on demand. */
  readonly meaningOf?: (value: number) => string | undefined
}

/** A step of a scale as a row of radio buttons; where the field allows it, “not assessed” is one of them. */
export const LevelInput = ({ id, 'aria-label': name, value, onChange, max, required, labelOf, blank, meaningOf }: LevelInputProps) => {
  const t = useKitText()
  const steps = Array.from({ length: max }, (_, index) => index + 1)
  const [pointed, setPointed] = useState<number | null>(null)
  const shown = pointed ?? value ?? null
  const explained = steps.some((step) => meaningOf?.(step) !== undefined)
  const option = (key: string, checked: boolean, next: number | null, words: React.ReactNode, step?: number) => (
    <label key={key} className="hg-level-option" data-step={step} onPointerEnter={() => setPointed(next)} onPointerLeave={() => setPointed(null)}>
      <input type="radio" name={id} id={checked || (next === steps[0] && value == null && required) ? id : undefined} checked={checked} onChange={() => onChange?.(next)} />
      <span>{words}</span>
    </label>
  )
  const radios = (
    <div className="hg-level-input" role="radiogroup" aria-label={name}>
      {steps.map((step) =>
        option(
          String(step),
          value === step,
          step,
          <>
            <b>{step}</b> {labelOf(step)}
          </>,
          levelStep(step, max),
        ),
      )}
      {!required && option('none', value === null || (value === undefined && blank !== true), null, t.values.notAssessed)}
    </div>
  )
  if (!explained) return radios
  return (
    <div>
      {radios}
      <p className="hg-help hg-level-meaning" aria-live="polite">
        {shown === null ? t.form.levelUnchosen : `${shown} · ${meaningOf?.(shown) ?? ''}`}
      </p>
      <details className="hg-level-meanings">
        <summary>{t.form.levelMeanings}</summary>
        <dl>
          {steps.map((step) => (
            <div key={step}>
              <dt>
                <LevelTag value={step} max={max} label={labelOf(step)} />
              </dt>
              <dd>{meaningOf?.(step)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
