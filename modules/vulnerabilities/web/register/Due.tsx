import { fill } from '@heng/contract'
import { dayAt, formatDate, formatNumber, NotGiven, StatusTag, useLocale, useText, useTimeZone } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { bindingDay, daysUntil, type Deadline } from './due.ts'

interface Props {
  readonly row: Deadline
  /** In a list: what is late or near says so in place of its day, which is the title. */
  readonly dense?: boolean
  /** The name beside it tells already that it is accepted until then. */
  readonly named?: boolean
}

const soon = 7

/** The day until which to mend, or until which what is accepted may stay, and how late or near it is while something is to be done. */
export const Due = ({ row, dense, named }: Props) => {
  const t = useText(messages).flaws.word
  const locale = useLocale()
  const zone = useTimeZone()
  const { day: on, kind } = bindingDay(row)
  if (on === null) return <NotGiven />
  const date = formatDate(on, locale)
  const day = kind === 'accepted' && named !== true ? fill(t.acceptedUntil, { day: date }) : date
  const left = daysUntil(on, dayAt(new Date().toISOString(), zone))
  const plain = <time dateTime={on} className={kind === 'accepted' ? 'vn-accepted' : 'hg-ellipsis'} title={day}>{day}</time>
  if (kind === 'past' || left > soon) return plain
  const late = left < 0
  const said = kind === 'accepted' ? { overdueOne: t.acceptedPastOne, overdue: t.acceptedPast, today: t.acceptedToday, tomorrow: t.acceptedTomorrow, in: t.acceptedIn } : t
  const words = late ? (left === -1 ? said.overdueOne : fill(said.overdue, { days: formatNumber(-left, locale) })) : left === 0 ? said.today : left === 1 ? said.tomorrow : fill(said.in, { days: left })
  const tag = <StatusTag tone={late ? 'bad' : 'warning'}>{words}</StatusTag>
  if (dense === true) return <time className="vn-when" dateTime={on} title={day}>{tag}</time>
  return <span className="vn-due">{plain} {tag}</span>
}
