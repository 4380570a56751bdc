import { fill } from '@heng/contract'
import { formatDate, OrgLink, StatusTag, useLocale, useOrg, usePermission } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { Loading } from '../parts/Loading.tsx'
import { usePages } from '../text.ts'
import { ClimateForm, type Climate } from './ClimateForm.tsx'

/** The climate decision of Amd 1:2024: loud while it is missing, short once it is made. */
export const ClimateCard = () => {
  const t = usePages().climate
  const org = useOrg()
  const mayWrite = usePermission('climateDetermination:write')
  const [editing, setEditing] = useState(false)
  const { data, error, refetch } = useQuery(api.climateDetermination.list.queryOptions({ input: { org, limit: 1 } }))
  if (data === undefined) return <Loading error={error} onRetry={() => void refetch()} />
  const current = data.items[0] as Climate | undefined
  return (
    <section className="or-card or-climate" data-missing={current === undefined} aria-labelledby="or-climate">
      <header>
        <h2 id="or-climate">{current === undefined ? t.missingTitle : t.title}</h2>
        {mayWrite && (
          <Button type={current === undefined ? 'primary' : 'default'} onClick={() => setEditing(true)}>
            {current === undefined ? t.decide : t.change}
          </Button>
        )}
      </header>
      {current === undefined ? <p>{t.missing}</p> : <Decision current={current} deciders={data.labels} />}
      {editing && <ClimateForm current={current} onClose={() => setEditing(false)} />}
    </section>
  )
}

const Decision = ({ current, deciders }: { readonly current: Climate; readonly deciders: Readonly<Record<string, { readonly text: string }>> }) => {
  const t = usePages().climate
  const locale = useLocale()
  const { relevant, reason, partiesRelevant, partiesReason, decidedOn, decidedBy, reviewOn } = current
  const date = decidedOn === null ? '' : formatDate(decidedOn, locale)
  const name = decidedBy === null ? undefined : deciders[decidedBy]?.text
  const overdue = reviewOn !== null && reviewOn < new Date().toISOString().slice(0, 10)
  return (
    <>
      <p><StatusTag tone={relevant ? 'progress' : 'good'}><strong>{relevant ? t.relevant : t.notRelevant}</strong></StatusTag></p>
      <p className="hg-prose">{reason}</p>
      <p className="hg-muted">
        {partiesRelevant === null ? t.parties.open : partiesRelevant ? t.parties.yes : t.parties.no}
        {partiesReason !== null && ` (${partiesReason})`}
      </p>
      <p className="or-facts">
        <span>{name === undefined ? fill(t.decided, { date }) : fill(t.decidedBy, { date, name })}</span>
        {reviewOn !== null && <span data-overdue={overdue}>{fill(overdue ? t.overdue : t.reviewOn, { date: formatDate(reviewOn, locale) })}</span>}
        <OrgLink to={`climate-determinations/${current.id}`}>{t.history}</OrgLink>
      </p>
    </>
  )
}
