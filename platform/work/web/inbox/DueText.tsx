import { fill } from '@heng/contract'
import { formatDate, formatNumber, useLocale, useText, useTimeZone } from '@heng/web-kit'
import { dayIn } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** A due date, and how far away it is for work that is still open; by the organisation's calendar. */
export const DueText = ({ day, open }: { readonly day: string; readonly open: boolean }) => {
  const t = useText(messages).inbox
  const locale = useLocale()
  const days = daysBetween(dayIn(useTimeZone(), new Date()), day)
  // Beyond a year the date says more than a count of days.
  const distance =
    days === 0 ? t.today
    : days < 0 ? (days === -1 ? t.late.one : fill(t.late.many, { days: formatNumber(-days, locale) }))
    : days === 1 ? t.in.one
    : days <= 366 ? fill(t.in.many, { days })
    : null
  return (
    <span className="wk-due" data-late={open && days < 0} data-today={open && days === 0}>
      <time dateTime={day}>{fill(t.due, { day: formatDate(day, locale) })}</time>
      {open && distance !== null && <span> · {distance}</span>}
    </span>
  )
}
