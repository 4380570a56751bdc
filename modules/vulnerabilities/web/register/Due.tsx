import { fill } from '@heng/contract'
import { dayAt, formatDate, formatNumber, NotGiven, StatusTag, useLocale, useText, useTimeZone } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { daysUntil, isOpenState } from './due.ts'

interface Props {
  readonly dueOn: string | null
  readonly state: string
  /** In a list: what is late or near says so in place of its day, which is the title. */
  readonly dense?: boolean
}

const soon = 7

/** The day until which to mend, and how late or near it is while something is to be done. */
export const Due = ({ dueOn, state, dense }: Props) => {
  const t = useText(messages).flaws.word
  const locale = useLocale()
  const zone = useTimeZone()
  if (dueOn === null) return <NotGiven />
  const day = formatDate(dueOn, locale)
  const left = daysUntil(dueOn, dayAt(new Date().toISOString(), zone))
  const plain = <time dateTime={dueOn} className="hg-ellipsis">{day}</time>
  if (!isOpenState(state) || left > soon) return plain
  const late = left < 0
  const words = late ? (left === -1 ? t.overdueOne : fill(t.overdue, { days: formatNumber(-left, locale) })) : left === 0 ? t.today : left === 1 ? t.tomorrow : fill(t.in, { days: left })
  const tag = <StatusTag tone={late ? 'bad' : 'warning'}>{words}</StatusTag>
  if (dense === true) return <time className="vn-when" dateTime={dueOn} title={day}>{tag}</time>
  return <span className="vn-due">{plain} {tag}</span>
}
