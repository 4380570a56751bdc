import { useOrganisationOrNull } from '../client/session.ts'
import { formatDate, formatRelative, formatTimestamp } from '../text/format.ts'
import { useLocale } from '../text/text.ts'
import { useNow } from '../text/useNow.ts'
import { NotGiven } from './NotAssessed.tsx'

/** A calendar date, the same in every time zone. */
export const DateText = ({ value }: { readonly value: string | null | undefined }) => {
  const locale = useLocale()
  if (value === null || value === undefined) return <NotGiven />
  return <time dateTime={value}>{formatDate(value, locale)}</time>
}

/** Zone in which instants are shown: the organisation's, outside one the browser's. */
export const useTimeZone = (): string => useOrganisationOrNull()?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone

/** An instant in the organisation's time zone; `relative` says “3 days ago” and keeps the instant as its title. */
export const TimeText = ({ value, relative }: { readonly value: string | null | undefined; readonly relative?: boolean }) => {
  const locale = useLocale()
  const zone = useTimeZone()
  const now = useNow()
  if (value === null || value === undefined) return <NotGiven />
  const exact = formatTimestamp(value, locale, zone)
  return (
    <time dateTime={value} title={`${exact} (${zone})`}>
      {relative === true ? formatRelative(value, locale, now) : exact}
    </time>
  )
}
