import { fill } from '@heng/contract'
import { formatDate, StatusTag, useLocale, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

interface Props {
  readonly nextDue: string | null
  readonly overdue: boolean
  readonly state: string
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
