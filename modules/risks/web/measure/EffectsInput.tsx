import './measure.css'
import { RecordSelect, useText } from '@heng/web-kit'
import type { Label } from '@heng/contract'
import { Button } from 'antd'
import type { Effects } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { ShareInputs } from '../base/ShareInputs.tsx'
import { TargetSteps } from '../base/TargetSteps.tsx'

type Effect = Effects[number]

export interface EffectsInputProps {
  readonly value?: Effects | null
  readonly onChange?: (value: Effects) => void
  /** The only risk, where the measure is added from its page. */
  readonly fixed?: { readonly id: string; readonly label: string }
  readonly labels?: Readonly<Record<string, Label>>
}

/** For each risk: by how many steps the measure lowers what the method can lower; "not assessed" until somebody says. */
export const EffectsInput = ({ value, onChange, fixed, labels }: EffectsInputProps) => {
  const t = useText(messages).pages
  const effects = value ?? []
  const change = (at: number, next: Effect) => onChange?.(effects.map((e, i) => (i === at ? next : e)))
  return (
    <div className="rk-effects">
      {effects.map((effect, i) => (
        <div key={fixed?.id ?? i} className="rk-effect">
          {fixed !== undefined ? <span>{fixed.label}</span> : (
            <RecordSelect target="risk" clearable={false} aria-label={t.measure.risk} value={effect.risk === '' ? null : effect.risk} {...(labels === undefined ? {} : { labels })} onChange={(risk) => change(i, { ...effect, risk: String(risk ?? '') })} />
          )}
          <TargetSteps reductions={effect.reductions} onChange={(reductions) => change(i, { ...effect, reductions })} />
          <ShareInputs shares={effect} onChange={(shares) => change(i, { ...effect, ...shares })} />
          {fixed === undefined && <Button size="small" onClick={() => onChange?.(effects.filter((_, n) => n !== i))}>{t.measure.remove}</Button>}
        </div>
      ))}
      {fixed === undefined && <Button size="small" onClick={() => onChange?.([...effects, { risk: '', reductions: [] }])}>{t.measure.addRisk}</Button>}
      <p className="hg-help">{fixed === undefined ? t.measure.effectsHelp : t.treatment.effectHelp}</p>
    </div>
  )
}
