import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { planOf } from './plan.ts'

/** A schedule in words; a rule that goes beyond plain choices stands as it is. */
export const ScheduleText = ({ rule }: { readonly rule: string | null }) => {
  const t = useText(messages).tests.schedule
  if (rule === null) return <>{t.choices.once}</>
  const plan = planOf(rule)
  if (plan === null) return <code className="ct-rule">{rule}</code>
  const weekday = t.weekdays[plan.weekday]
  const on = plan.every === 'week' ? fill(t.text.weekOn, { weekday }) : plan.on === 'last' ? t.text.last : plan.on === 'weekday' ? fill(t.text.weekday, { nth: t.nth[plan.nth], weekday }) : ''
  return (
    <>
      {t.text[plan.every]}
      {on}
    </>
  )
}
