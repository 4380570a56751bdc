import './measure.css'
import { RecordSelect, useText } from '@heng/web-kit'
import { fill, type Label } from '@heng/contract'
import { Button, Select } from 'antd'
import type { Effects } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useMethod } from '../base/useMethod.ts'
import { useTargetName } from '../risk/treatment/useTargetName.ts'

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
          <Targets effect={effect} onChange={(next) => change(i, next)} />
          {fixed === undefined && <Button size="small" onClick={() => onChange?.(effects.filter((_, n) => n !== i))}>{t.measure.remove}</Button>}
        </div>
      ))}
      {fixed === undefined && <Button size="small" onClick={() => onChange?.([...effects, { risk: '', reductions: [] }])}>{t.measure.addRisk}</Button>}
      <p className="hg-help">{fixed === undefined ? t.measure.effectsHelp : t.treatment.effectHelp}</p>
    </div>
  )
}

const Targets = ({ effect, onChange }: { readonly effect: Effect; readonly onChange: (next: Effect) => void }) => {
  const t = useText(messages).pages.treatment
  const nameOf = useTargetName()
  const { inForce } = useMethod()
  const targets = inForce?.method.targets ?? ['likelihood', 'impact']
  const stepsOf = (target: string) => effect.reductions.find((r) => r.target === target)?.steps
  const words = (count: number) => (count === 0 ? t.nothing : count === 1 ? t.step : fill(t.steps, { count }))
  const set = (target: string, steps: number | null) => {
    const others = targets.filter((o) => o !== target).map((o) => ({ target: o, steps: stepsOf(o) ?? null }))
    // Saying what happens to one axis says that the other stays, until somebody says otherwise.
    const rest = steps === null ? others : others.map((o) => ({ ...o, steps: o.steps ?? 0 }))
    const reductions = [...rest, { target, steps }]
    onChange({ ...effect, reductions: reductions.every((r) => r.steps === null) ? [] : reductions })
  }
  return (
    <span className="rk-targets">
      {targets.map((target) => (
        <label key={target}>
          <span>{nameOf(target)}</span>
          <Select
            size="small" aria-label={`${nameOf(target)} ${t.takesOff}`} value={stepsOf(target) ?? 'unknown'} onChange={(next) => set(target, next === 'unknown' ? null : Number(next))}
            options={[{ value: 'unknown', label: t.unknown }, ...[0, 1, 2, 3, 4].map((count) => ({ value: count, label: words(count) }))]}
          />
        </label>
      ))}
    </span>
  )
}
