import '../controls.css'
import { useText, type FieldInputProps } from '@heng/web-kit'
import { Form, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { everies, nths, planOf, ruleOf, usualPlan, weekdays, type Plan } from './plan.ts'
import { NextDays } from './NextDays.tsx'

type Choice = Plan['every'] | 'once' | 'custom'

/** A schedule by plain choices, or as a rule for those who know them; the next days stand below as one chooses. */
export const ScheduleInput = ({ value, onChange, id }: FieldInputProps) => {
  const t = useText(messages).tests.schedule
  const own = useId()
  const startsOn = Form.useWatch('startsOn', Form.useFormInstance()) as string | null | undefined
  const rule = (value as string | null | undefined) ?? null
  const [expert, setExpert] = useState(rule !== null && planOf(rule) === null)
  const plan = rule === null ? null : planOf(rule)
  const every: Choice = expert ? 'custom' : (plan?.every ?? 'once')
  const choose = (next: Choice) => {
    setExpert(next === 'custom')
    if (next === 'once') onChange?.(null)
    else if (next === 'custom') onChange?.(rule ?? ruleOf(usualPlan))
    else set({ ...(plan ?? usualPlan), every: next })
  }
  const set = (next: Plan) => onChange?.(ruleOf(next))
  const names = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) => keys.map((key) => ({ value: key, label: words[key] }))
  return (
    <div className="ct-schedule">
      <div className="ct-schedule-row">
        <Select {...(id === undefined ? {} : { id })} aria-label={t.every} value={every} onChange={choose} options={names(['once', ...everies, 'custom'] as const, t.choices)} />
        {plan !== null && !expert && plan.every !== 'week' && (
          <Select aria-label={t.on} value={plan.on} onChange={(on) => set({ ...plan, on })} options={names(['date', 'last', 'weekday'] as const, t.days)} />
        )}
        {plan !== null && !expert && plan.every !== 'week' && plan.on === 'weekday' && (
          <Select aria-label={t.nthLabel} value={plan.nth} onChange={(nth) => set({ ...plan, nth })} options={names(nths, t.nth)} />
        )}
        {plan !== null && !expert && (plan.every === 'week' || plan.on === 'weekday') && (
          <Select aria-label={t.weekdayLabel} value={plan.weekday} onChange={(weekday) => set({ ...plan, weekday })} options={names(weekdays, t.weekdays)} />
        )}
      </div>
      {expert && (
        <>
          <label className="hg-label" htmlFor={`${own}-rule`}>
            {t.expert}
          </label>
          <Input id={`${own}-rule`} className="ct-rule" value={rule ?? ''} maxLength={300} spellCheck={false} onChange={(event) => onChange?.(event.target.value === '' ? null : event.target.value)} />
          <p className="hg-help">{t.expertHelp}</p>
        </>
      )}
      <NextDays rule={rule} startsOn={startsOn ?? null} />
    </div>
  )
}
