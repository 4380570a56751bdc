import { fill } from '@heng/contract'
import { formatNumber, formatTimestamp, OrgLink, useLocale, useRefreshNoun, useText, useTimeZone, type NounKit } from '@heng/web-kit'
import { Alert } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { messages } from '../../locales/index.ts'
import type { Details, Session } from '../api.ts'
import { BadRowsLink } from '../check/Problems.tsx'
import { RowTabs } from '../check/RowTabs.tsx'

interface Props {
  readonly kit: NounKit
  readonly row: Session
  readonly details: Details
}

/** What the import came to, with the way to every record that it wrote. */
export const ResultStep = ({ kit, row, details }: Props) => {
  const t = useText(messages).page.done
  const locale = useLocale()
  const timeZone = useTimeZone()
  const number = (value: number | null) => formatNumber(value ?? 0, locale)
  // The register was written to behind the pages that show it.
  const refresh = useEffectEvent(useRefreshNoun(kit))
  useEffect(() => void refresh(), [])
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t.title}
        description={
          <div className="im-result">
            <p>{fill(t.summary, { created: number(row.created), updated: number(row.updated), unchanged: number(row.unchanged) })}</p>
            {(row.refused ?? 0) > 0 && <p>{fill(t.refused, { count: number(row.refused) })}</p>}
            {row.appliedAt !== null && <p>{fill(t.at, { when: formatTimestamp(row.appliedAt, locale, timeZone) })}</p>}
            <p className="im-links">
              {(row.refused ?? 0) > 0 && <BadRowsLink id={row.id} />}
              <OrgLink to={`${kit.path}?sort=-updatedAt`}>{t.open}</OrgLink>
              <OrgLink to={`import/${row.noun}`}>{t.another}</OrgLink>
            </p>
          </div>
        }
      />
      {details.counts !== null && <RowTabs kit={kit} details={details} counts={details.counts} first={['create', 'update', 'unchanged']} />}
    </>
  )
}
