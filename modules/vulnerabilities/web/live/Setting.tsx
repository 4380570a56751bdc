import './live.css'
import { fill } from '@heng/contract'
import { ErrorView, formatTimestamp, StatusTag, useLocale, useOrg, useText, useTimeZone } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { RangesDialog } from './RangesDialog.tsx'

/** What the server can run. */
const Programs = () => {
  const words = useText(messages)
  const t = words.live
  const org = useOrg()
  const { data, error, refetch } = useQuery(api.live.programs.queryOptions({ input: { org } }))
  return (
    <section className="vl-card" aria-label={t.programs}>
      <h2>{t.programs}</h2>
      {error !== null ? <ErrorView error={error} onRetry={() => void refetch()} /> : data === undefined ? <div className="hg-bone" role="status" /> : (
        <dl className="vl-programs">
          {data.items.map(({ program, version, problem }) => (
            <div key={program}>
              <dt>{words.nouns.liveCheck.values.program[program]}</dt>
              <dd>{version === null ? <><StatusTag tone="warning">{t.notInstalled}</StatusTag> <span className="hg-muted">{problem}</span></> : <StatusTag tone="good">{version}</StatusTag>}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** Where it may look. */
const Ranges = () => {
  const t = useText(messages).live
  const org = useOrg()
  const locale = useLocale()
  const zone = useTimeZone()
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useQuery(api.liveRange.get.queryOptions({ input: { org } }))
  const may = data?.allowed.includes('set') === true
  return (
    <section className="vl-card" aria-label={t.ranges}>
      <div className="vl-head">
        <h2>{t.ranges}</h2>
        {may && <Button size="small" onClick={() => setOpen(true)}>{data.ranges.length === 0 ? t.declare : t.edit}</Button>}
      </div>
      {error !== null ? <ErrorView error={error} onRetry={() => void refetch()} /> : data === undefined ? <div className="hg-bone" role="status" /> : (
        <>
          {data.ranges.length === 0 ? <Alert type="info" showIcon title={t.rangesNone} description={may ? undefined : t.rangesWho} /> : <ul className="vl-ranges" tabIndex={0} aria-label={t.ranges}>{data.ranges.map((range) => <li key={range}>{range}</li>)}</ul>}
          {data.changedAt !== null && <p className="hg-muted">{fill(t.rangesSince, { when: formatTimestamp(data.changedAt, locale, zone), who: data.changedBy?.name ?? '', reason: data.reason ?? '' })}</p>}
        </>
      )}
      {open && data !== undefined && <RangesDialog ranges={data.ranges} version={data.version} onClose={() => setOpen(false)} />}
    </section>
  )
}

/** What live checks rest on. */
export const Setting = () => <div className="vl-setting"><Ranges /><Programs /></div>
