import '../measure/measure.css'
import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { Select } from 'antd'
import { messages } from '../../locales/index.ts'
import type { ReductionOf } from '../risk/treatment/effectText.ts'
import { useTargetName } from '../risk/treatment/useTargetName.ts'
import { useMethod } from './useMethod.ts'

export interface TargetStepsProps {
  readonly reductions: readonly ReductionOf[]
  readonly onChange: (next: ReductionOf[]) => void
  /** Whose effect it is, told to those who hear the page. */
  readonly of?: string
}

/** By how many steps each thing that the method can lower is lowered; "not assessed" until somebody says. */
export const TargetSteps = ({ reductions, onChange, of }: TargetStepsProps) => {
  const t = useText(messages).pages.treatment
  const nameOf = useTargetName()
  const { inForce } = useMethod()
  const targets = inForce?.method.targets ?? ['likelihood', 'impact']
  const stepsOf = (target: string) => reductions.find((r) => r.target === target)?.steps
  const words = (count: number) => (count === 0 ? t.nothing : count === 1 ? t.step : fill(t.steps, { count }))
  const set = (target: string, steps: number | null) => {
    const others = targets.filter((o) => o !== target).map((o) => ({ target: o, steps: stepsOf(o) ?? null }))
    // Saying what happens to one axis says that the other stays, until somebody says otherwise.
    const rest = steps === null ? others : others.map((o) => ({ ...o, steps: o.steps ?? 0 }))
    const next = [...rest, { target, steps }]
    onChange(next.every((r) => r.steps === null) ? [] : next)
  }
  return (
    <span className="rk-targets">
      {targets.map((target) => (
        <label key={target}>
          <span>{nameOf(target)}</span>
          <Select
            size="small" aria-label={[of, nameOf(target), t.takesOff].filter(Boolean).join(' ')} value={stepsOf(target) ?? 'unknown'} onChange={(next) => set(target, next === 'unknown' ? null : Number(next))}
            options={[{ value: 'unknown', label: t.unknown }, ...[0, 1, 2, 3, 4].map((count) => ({ value: count, label: words(count) }))]}
          />
        </label>
      ))}
    </span>
  )
}
