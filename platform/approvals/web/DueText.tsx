import { fill } from '@heng/contract'
import { formatDate, useLocale, useTimeZone } from '@heng/web-kit'
import type { ApprovalSummary } from '../contract/index.ts'
import { useWords } from './text.ts'

/** The day of today in a time zone, as the contract writes days. */
export const todayIn = (timeZone: string, now = new Date()): string => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(now)

/** Until when it should be decided; says so when that day has passed while it is open. */
export const DueText = ({ approval: { dueOn, state } }: { readonly approval: Pick<ApprovalSummary, 'dueOn' | 'state'> }) => {
  const t = useWords()
  const locale = useLocale()
  const zone = useTimeZone()
  if (dueOn === null) return null
  const late = state === 'open' && dueOn < todayIn(zone)
  return (
    <span className={late ? 'apr-late' : 'hg-muted'}>
      {fill(t.dueOn, { date: formatDate(dueOn, locale) })}{late && ` · ${t.overdue}`}
    </span>
  )
}
