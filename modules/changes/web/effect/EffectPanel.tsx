import '../changes.css'
import { ExperimentOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, formatTimestamp, useLocale, useNotify, useOrg, useTimeZone, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { api, useRefresh } from '../api.ts'
import { useWords } from '../words.ts'
import { EffectView } from './EffectView.tsx'
import { JobWatch } from './JobWatch.tsx'

/** What a set would come to, as last found out, and the means to find out again. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useWords().page.effect
  const org = useOrg()
  const locale = useLocale()
  const zone = useTimeZone()
  const notify = useNotify()
  const refresh = useRefresh()
  const query = useQuery(api.effect.queryOptions({ input: { org, id: row.id } }))
  const [started, setStarted] = useState<string>()
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <div className="hg-bone" role="status" aria-label={t.loading} />
  const { effect, outdated, job } = query.data
  const watched = started ?? job?.id
  const may = row.allowed.includes('preview') && Number(row['items'] ?? 0) > 0
  const run = async () => {
    try {
      const { jobId } = await api.preview.call({ org, id: row.id })
      setStarted(jobId)
    } catch (error) {
      notify.error(error)
    }
  }
  const button = may && <Button type={effect === null || outdated ? 'primary' : 'default'} icon={<ExperimentOutlined />} onClick={() => void run()}>{effect === null ? t.run : t.again}</Button>
  return (
    <div className="ch-panel">
      {watched !== undefined && (
        <JobWatch
          key={watched} id={watched} label={t.running} words={t}
          onOver={(state) => {
            if (state === 'done') setStarted(undefined)
            void refresh()
          }}
        />
      )}
      {outdated && <Alert className="ch-notice" type="warning" showIcon title={t.outdated} description={t.outdatedText} />}
      {effect === null ? (
        <div className="ch-empty">
          <p><b>{t.none}</b></p>
          <p className="hg-muted">{t.noneText}</p>
          {button}
        </div>
      ) : (
        <>
          <div className="ch-toolbar">
            {button}
            <span className="hg-muted">{fill(t.by, { name: effect.by, when: formatTimestamp(effect.at, locale, zone) })}</span>
          </div>
          <EffectView effect={effect} />
        </>
      )}
    </div>
  )
}
