import '../base/base.css'
import { fill, listed } from '@heng/contract'
import { ErrorView, formatTimestamp, HashText, useLocale, useOrg, useText, useTimeZone, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert, Segmented } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { AddRisks } from './AddRisks.tsx'
import { Gaps } from './Gaps.tsx'
import { PlanMeasures } from './PlanMeasures.tsx'
import { PlanRisks } from './PlanRisks.tsx'

/** The plan as it stands and as it was approved: what is missing, risks before and after, measures with cost and progress. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.plan
  const locale = useLocale()
  const zone = useTimeZone()
  const org = useOrg()
  const [view, setView] = useState<'live' | 'frozen'>('live')
  const query = useQuery(api.treatmentPlan.content.queryOptions({ input: { org, id: row.id } }))
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <div className="hg-bone" />
  const { live, frozen, gaps, progress, drifted, differences, hash, labels } = query.data
  const content = view === 'frozen' && frozen !== null ? frozen : live
  const draft = row['state'] === 'draft'
  const changed = t.changed as Readonly<Record<string, string>>
  const done = progress.filter((p) => p.state === 'done' || p.state === 'verified').length
  return (
    <div>
      {row['state'] === 'inReview' && <Alert className="rk-notice" type="info" showIcon title={t.inReview} />}
      {drifted && (
        <Alert className="rk-notice" type="warning" showIcon title={t.drifted} description={fill(t.driftedText, { list: listed(locale, differences.slice(0, 12).map((d) => `${d.reference} ${changed[d.field] ?? d.field}`)) })} />
      )}
      {draft && <Gaps gaps={gaps} content={live} />}
      <div className="rk-toolbar">
        {frozen !== null && <Segmented<'live' | 'frozen'> value={view} options={[{ value: 'live', label: t.live }, { value: 'frozen', label: t.frozen }]} onChange={setView} />}
        <span className="hg-muted">{fill(t.summaryBand, { risks: content.plannedRisks.rows.length, measures: content.plannedMeasures.rows.length, done })}</span>
        {draft && row.allowed.includes('update') && <AddRisks row={row} />}
      </div>
      {view === 'frozen' && frozen !== null && (
        <Alert className="rk-notice rk-hash" type="success" showIcon title={<HashText text={t.frozenAt} params={{ date: typeof row['approvedAt'] === 'string' ? formatTimestamp(row['approvedAt'], locale, zone) : '' }} hash={hash ?? ''} />} />
      )}
      <PlanRisks content={content} labels={labels} row={draft && view === 'live' && row.allowed.includes('update') ? row : undefined} />
      <PlanMeasures content={content} labels={labels} progress={view === 'live' ? progress : undefined} />
    </div>
  )
}
