import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { DateInput } from '../form/DateInput.tsx'
import { useKitText } from '../text/text.ts'
import { useTimeZone } from '../values/DateText.tsx'
import { instantOf } from './instant.ts'
import { dayAt, dayNumber, dayOf, endOfDay } from './zone.ts'

/** Two instants of the address that a page holds against one another; `to` is null for now. */
export interface Period {
  readonly from: string
  readonly to: string | null
}

const days = 30

/** The period of the address; without one, the last 30 days. */
export const usePeriod = (): Period => {
  const zone = useTimeZone()
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  return useMemo(() => {
    const to = instantOf(search['to'])
    const today = dayNumber(dayAt(new Date().toISOString(), zone))
    return { from: instantOf(search['from']) ?? endOfDay(dayOf(today - days), zone), to }
  }, [search, zone])
}

/** Chooses both by their days, each at its end; today stands for now. */
export const PeriodChoice = ({ from, to }: Period) => {
  const t = useKitText().past
  const zone = useTimeZone()
  const navigate = useNavigate()
  const now = new Date().toISOString()
  const choose = (key: 'from' | 'to') => (day: string | null) => {
    const instant = day === null || day >= dayAt(now, zone) ? undefined : endOfDay(day, zone)
    void navigate({ to: '.', search: ((before: object) => ({ ...before, [key]: instant })) as never, replace: true, resetScroll: false })
  }
  return (
    <div className="hg-period" role="group" aria-label={t.period}>
      <label>
        <span>{t.from}</span>
        <DateInput value={dayAt(from, zone)} onChange={choose('from')} aria-label={t.from} />
      </label>
      <span aria-hidden="true">→</span>
      <label>
        <span>{t.to}</span>
        <DateInput value={dayAt(to ?? now, zone)} onChange={choose('to')} aria-label={t.to} />
      </label>
    </div>
  )
}
