import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { usualOf } from './schedule.ts'

/** A schedule in words where it is one of the usual ones. */
export const ScheduleText = ({ rule }: { readonly rule: string }) => {
  const t = useText(messages).live.schedule
  const usual = usualOf(rule)
  return <>{usual === null ? fill(t.rule, { rule }) : t[usual]}</>
}
