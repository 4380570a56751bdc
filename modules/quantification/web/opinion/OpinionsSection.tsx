import { fill, listed } from '@heng/contract'
import { ErrorView, RecordSelect, useLocale, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { EstimateForm } from './EstimateForm.tsx'
import { OpinionTable } from './OpinionTable.tsx'
import { PooledView } from './PooledView.tsx'
import { useAskExperts } from './useAskExperts.ts'

/** Who is asked, what they said, and what it comes to together. */
export const OpinionsSection = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).pages.opinions
  const locale = useLocale()
  const org = useOrg()
  const experts = row['experts'] as readonly string[]
  const [recording, setRecording] = useState(false)
  const [person, setPerson] = useState<string | null>(null)
  const ask = useAskExperts(row)
  const { data, error, refetch } = useQuery(api.lossOpinion.list.queryOptions({ input: { org, id: row.id } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  const nameOf = (id: string): string => data.labels[id]?.text ?? '–'
  return (
    <div>
      <p className="hg-help">{t.about}</p>
      {row.allowed.includes('update') && (
        <div className="rq-line">
          <span>{t.experts}</span>
          <span className="rq-wide"><RecordSelect multiple target="person" aria-label={t.ask} value={experts} labels={data.labels} onChange={(next) => void ask((next ?? []) as string[])} /></span>
        </div>
      )}
      {data.waiting.length > 0 && <p>{t.waiting}{locale === 'en' ? ': ' : '：'}{listed(locale, data.waiting.map(nameOf))}</p>}
      {data.hidden > 0 && <p className="hg-muted">{fill(t.hidden, { count: data.hidden })}</p>}
      <OpinionTable opinions={data.opinions} currency={data.currency} labels={data.labels} />
      {data.mayGive && !recording && <div className="rq-toolbar"><Button onClick={() => setRecording(true)}>{data.mayFacilitate && experts.length > 0 ? t.record : t.give}</Button></div>}
      {recording && (
        <EstimateForm
          id={row.id} currency={data.currency} person={person ?? undefined} onDone={() => setRecording(false)}
          before={data.mayFacilitate && experts.length > 0 && (
            <div className="rq-line">
              <span>{t.person}</span>
              <span className="rq-wide"><RecordSelect target="person" aria-label={t.person} value={person} labels={data.labels} onChange={(next) => setPerson(next as string | null)} /></span>
            </div>
          )}
        />
      )}
      {data.opinions.length > 0 && <PooledView row={row} labels={data.labels} />}
    </div>
  )
}
