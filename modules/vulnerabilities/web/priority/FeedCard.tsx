import { fill } from '@heng/contract'
import { DropZone, useUploads } from '@heng/records/web/parts'
import { formatNumber, formatTimestamp, HashText, StatusTag, useLocale, useNotify, useOrg, useTimeZone } from '@heng/web-kit'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { staleAfter, type ExploitFeed } from '../../contract/index.ts'
import { api, useRefreshVulnerabilities } from '../api.ts'
import { FeedSettings } from './FeedSettings.tsx'
import { Watch } from './Watch.tsx'
import { useWords } from './words.ts'

/** The daily file has 3 MB packed and 12 MB unpacked; nothing that is a feed is much larger. */
const mostBytes = 64_000_000

const Facts = ({ present }: { readonly present: NonNullable<ExploitFeed['present']> }) => {
  const t = useWords().feeds
  const locale = useLocale()
  const zone = useTimeZone()
  const age = present.ageDays === 0 ? t.today : present.ageDays === 1 ? t.day : fill(t.days, { days: present.ageDays })
  const when = formatTimestamp(present.takenAt, locale, zone)
  const facts = [
    [t.edition, present.edition], [t.published, formatTimestamp(present.publishedAt, locale, zone)], [t.age, age], [t.entries, formatNumber(present.entries, locale)], [t.source, present.source],
    [t.taken, present.takenBy === null ? fill(t.bySystem, { when }) : fill(t.takenBy, { when, who: present.takenBy.name })],
  ] as const
  return <dl className="vp-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}<div><dt>SHA-256</dt><dd><HashText hash={present.sha256} /></dd></div></dl>
}

export interface FeedCardProps {
  readonly feed: ExploitFeed
  readonly mayTake: boolean
  readonly mayConfigure: boolean
  readonly onChanged: () => void
}

/** One feed: what is there, whether it is still of today, and a newer edition for it. */
export const FeedCard = ({ feed, mayTake, mayConfigure, onChanged }: FeedCardProps) => {
  const t = useWords().feeds
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshVulnerabilities()
  const { uploads, add, drop } = useUploads()
  const [job, setJob] = useState<string>()
  const { kind, present } = feed
  const words = t[kind]
  const take = async (file?: string) => {
    try {
      setJob((await api.feed.take.call({ org, kind, ...(file === undefined ? {} : { file }) })).jobId)
    } catch (error) {
      notify.error(error)
    }
  }
  const [upload] = uploads
  const stored = upload?.stored?.id
  useEffect(() => {
    if (stored === undefined || upload === undefined) return
    drop(upload.key)
    void take(stored)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each file that arrived
  }, [stored])
  const over = () => {
    onChanged()
    void refresh()
  }
  return (
    <section className="vp-card" aria-label={words.name}>
      <div className="vp-head">
        <h2>{words.name}</h2>
        {present !== null && <StatusTag tone={present.stale ? 'bad' : 'good'}>{present.stale ? t.stale : t.current}</StatusTag>}
      </div>
      <p>{words.about}</p>
      {present === null ? <p className="hg-muted">{t.never}</p> : <Facts present={present} />}
      {present?.stale === true && <p className="vp-wrong">{fill(t.staleText, { days: staleAfter[kind] })}</p>}
      {job === undefined && feed.job?.state === 'failed' && <p className="vp-wrong">{fill(t.lastFailed, { message: feed.job.error ?? '' })}</p>}
      {job !== undefined && (
        <Watch
          key={job} id={job} label={fill(t.job, { name: words.name })} failed={(message) => fill(t.failed, { message })} cancelled={t.cancelled} onOver={over}
          result={({ edition, unchanged, entries, reweigh }) => (
            <p>{unchanged === true ? fill(t.unchanged, { edition: String(edition) }) : fill(t.done, { edition: String(edition), entries: Number(entries) })}{typeof reweigh === 'string' && ` ${t.weighing}`}</p>
          )}
        />
      )}
      {upload !== undefined && upload.state === 'failed' && <p className="vp-wrong">{upload.error}</p>}
      {mayTake && (
        <div className="vp-take">
          <h3>{t.take}</h3>
          <p className="hg-muted">{words.file}</p>
          <DropZone maxBytes={mostBytes} onFiles={(files) => { if (upload !== undefined) drop(upload.key); add(files.slice(0, 1)) }} />
          {feed.remote && <div className="vp-line"><Button onClick={() => void take()}>{t.fetch}</Button><span className="hg-muted vp-address">{fill(t.fetchAbout, { address: feed.address })}</span></div>}
        </div>
      )}
      {mayConfigure && <FeedSettings key={feed.version} feed={feed} onSaved={onChanged} />}
    </section>
  )
}
