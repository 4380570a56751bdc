import { DateText, isApiError, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'

interface Props {
  readonly rule: string | null
  readonly startsOn: string | null
}

/** The next five days of a schedule, or what is wrong with it. */
export const NextDays = ({ rule, startsOn }: Props) => {
  const t = useText(messages).tests.schedule
  const org = useOrg()
  // Whoever types a rule is not asked about every letter.
  const [settled, setSettled] = useState(rule)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rule), 300)
    return () => clearTimeout(timer)
  }, [rule])
  const { data, error } = useQuery({
    ...api.controlTest.preview.queryOptions({ input: { org, schedule: settled ?? '', startsOn: startsOn ?? '' } }),
    enabled: settled !== null && startsOn !== null && settled !== '',
    retry: false,
  })
  if (rule === null) return <p className="hg-help">{t.once}</p>
  if (startsOn === null) return <p className="hg-help">{t.needStart}</p>
  const problem = error === null ? undefined : isApiError(error) ? (error.fields[0]?.message ?? error.message) : undefined
  return (
    <div className="ct-days" role="status">
      {problem !== undefined ? (
        <span className="ct-problem">{problem}</span>
      ) : (
        <>
          <span className="hg-muted">{t.next}</span>
          {data?.days.map((day) => (
            <span key={day} className="hg-tag">
              <DateText value={day} />
            </span>
          ))}
        </>
      )}
    </div>
  )
}
