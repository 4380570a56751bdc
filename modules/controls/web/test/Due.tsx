import { fill } from '@heng/contract'
import { formatDate, NotGiven, StatusTag, useLocale, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

interface Props {
  readonly nextDue: string | null
  readonly overdue: boolean
  readonly state: string
}

/** The day alone, for a list: late ones marked and said so. */
export const DueCell = ({ nextDue, overdue }: Omit<Props, 'state'>) => {
  const t = useText(messages).tests.panel
  const locale = useLocale()
  if (nextDue === null) return <NotGiven />
  const day = formatDate(nextDue, locale)
  if (!overdue) return <>{day}</>
  return (
    <StatusTag tone="bad">
      <span title={fill(t.overdue, { day })}>{day}</span>
      <span className="hg-visually-hidden">{fill(t.overdue, { day })}</span>
    </StatusTag>
  )
}

/** When a test is next due, or that it is late, paused or not planned. */
export const Due = ({ nextDue, overdue, state }: Props) => {
  const t = useText(messages).tests.panel
  const locale = useLocale()
  if (state === 'paused') return <StatusTag>{t.paused}</StatusTag>
  if (nextDue === null) return <span className="hg-muted">{t.unscheduled}</span>
  if (overdue) return <StatusTag tone="bad">{fill(t.overdue, { day: formatDate(nextDue, locale) })}</StatusTag>
  return <span>{fill(t.next, { day: formatDate(nextDue, locale) })}</span>
}
