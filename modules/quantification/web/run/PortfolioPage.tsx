import '../base/quant.css'
import { fill } from '@heng/contract'
import { ErrorView, formatNumber, formatTimestamp, OrgLink, Page, useLocale, useOrg, usePermission, useText, useTimeZone, type AnyRecord } from '@heng/web-kit'
import { PlayCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { JobWatch } from '../base/JobWatch.tsx'
import { RunResults } from './RunResults.tsx'
import { Runs } from './Runs.tsx'
import { StartRun } from './StartRun.tsx'

/** All quantified risks together: the latest run, whether it still holds, and those before it. */
export const Component = () => {
  const t = useText(messages).pages
  const words = t.run
  const locale = useLocale()
  const zone = useTimeZone()
  const org = useOrg()
  const may = usePermission('lossRun:start')
  const [starting, setStarting] = useState(false)
  const [job, setJob] = useState<string>()
  const { data, error, refetch } = useQuery(api.lossRun.latest.queryOptions({ input: { org } }))
  const run = data?.run as AnyRecord | null | undefined
  const start = may && <Button type="primary" icon={<PlayCircleOutlined />} onClick={() => setStarting(true)}>{words.start}</Button>
  return (
    <Page title={words.title} about={words.about} actions={run === null ? undefined : start}>
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {job !== undefined && <JobWatch id={job} label={words.running} result={({ risks }) => fill(words.done, { risks: risks ?? 0 })} onClose={() => setJob(undefined)} />}
      {data === undefined && error === null && <div className="hg-bone" role="status" />}
      {run === null && (
        <div className="hg-empty">
          <h2>{words.none}</h2>
          <p>{words.noneAbout}</p>
          {data!.risks > 0 ? start : <OrgLink to="risks">{words.toRisks}</OrgLink>}
        </div>
      )}
      {run != null && (
        <>
          <p className="hg-muted">
            <OrgLink to={`loss-runs/${run.id}`}><span className="hg-reference">{run.reference}</span> {String(run['name'])}</OrgLink> · {formatTimestamp(String(run['startedAt']), locale, zone)} · {fill(t.explain.years, { years: formatNumber(Number(run['years']), locale) })} · {fill(t.explain.seed, { seed: String(run['seed']) })}
          </p>
          {data!.outdated > 0 && <Alert type="warning" showIcon className="rq-notice" title={fill(words.outdated, { count: data!.outdated, risks: data!.risks })} />}
          <RunResults row={run} />
        </>
      )}
      <Runs />
      {starting && <StartRun onStarted={setJob} onClose={() => setStarting(false)} />}
    </Page>
  )
}
