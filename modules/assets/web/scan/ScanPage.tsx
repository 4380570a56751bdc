import '../assets.css'
import { fill } from '@heng/contract'
import { ErrorView, OrgLink, Page, Steps, formatNumber, formatTimestamp, useLocale, useNoun, useOrgPath, useText, useTimeZone } from '@heng/web-kit'
import { useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { asset, verdicts } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useRefreshAssets } from '../api.ts'
import { HostList } from './HostList.tsx'
import { ScanPlan } from './ScanPlan.tsx'
import { isRunning, useScan, type VerdictKind } from './useScan.ts'

const first: readonly VerdictKind[] = ['possible', 'new', 'match', 'elsewhere']

/** One scan: what its hosts are, what becomes of each, the writing, the result. */
export const Component = () => {
  const t = useText(messages).pages.scan
  const kit = useNoun(asset)
  const locale = useLocale()
  const timeZone = useTimeZone()
  const path = useOrgPath()
  const refresh = useRefreshAssets()
  const { id } = useParams({ strict: false }) as { id: string }
  const { details, scan } = useScan(id)
  const [chosen, setChosen] = useState<VerdictKind>()
  const running = isRunning(details.data)
  const before = useRef(running)
  useEffect(() => {
    if (before.current && !running) void refresh()
    before.current = running
  }, [running, refresh])
  const crumbs = [{ label: kit.text.many, to: path(kit.path) }, { label: t.title, to: path('assets-scan') }]
  const error = details.error ?? scan.error
  if (error !== null && (details.data === undefined || scan.data === undefined)) {
    return (
      <Page title={t.title} crumbs={crumbs}>
        <ErrorView error={error} onRetry={() => void Promise.all([details.refetch(), scan.refetch()])} />
      </Page>
    )
  }
  if (details.data === undefined || scan.data === undefined) {
    return (
      <Page title={t.title} crumbs={crumbs}>
        <div className="hg-bone" role="status" />
      </Page>
    )
  }
  const { data: row } = scan
  const counts = details.data.verdicts
  const verdict = chosen ?? first.find((kind) => counts[kind] > 0) ?? 'new'
  const step = row.state === 'applied' ? 4 : running ? 2 : 1
  const number = (value: number | null) => formatNumber(value ?? 0, locale)
  return (
    <Page
      title={`${row.reference} ${row.fileName}`}
      heading={<><span className="hg-reference">{row.reference}</span> {row.fileName}</>}
      crumbs={crumbs}
      about={
        <span className="as-scan-facts">
          <span>{fill(t.facts.hosts, { count: number(row.hosts) })}</span>
          {row.scannedAt !== null && <span>{fill(t.facts.scanned, { when: formatTimestamp(row.scannedAt, locale, timeZone) })}</span>}
          {(row.ignored ?? 0) > 0 && <span>{fill(t.facts.ignored, { count: number(row.ignored) })}</span>}
          {row.partial === true && <b>{t.facts.partial}</b>}
          {row.command !== null && <code className="as-code">{row.command}</code>}
        </span>
      }
    >
      <div className="as-scan">
        <Steps titles={[t.steps.read, t.steps.decide, t.steps.apply, t.steps.done]} at={step} />
        {row.state === 'discarded' && <Alert type="info" showIcon title={t.discarded} />}
        {row.state === 'applied' && (
          <Alert
            type="success"
            showIcon
            title={fill(t.applied, { when: row.appliedAt === null ? '' : formatTimestamp(row.appliedAt, locale, timeZone), created: number(row.created), updated: number(row.updated), skipped: number(row.skipped) })}
            description={<span className="as-links"><OrgLink to={`assets?sort=-createdAt`}>{t.toRegister}</OrgLink> <OrgLink to="assets-scan">{t.another2}</OrgLink></span>}
          />
        )}
        {(row.ambiguous ?? 0) > 0 && row.state === 'open' && <Alert type="info" showIcon title={fill(t.ambiguous, { count: number(row.ambiguous) })} />}
        {row.state === 'open' && <ScanPlan scan={{ id, version: row.version }} details={details.data} />}
        {row.state !== 'discarded' && (
          <>
            <div className="as-verdicts" role="tablist" aria-label={t.decision}>
              {verdicts.map((kind) => (
                <button key={kind} type="button" role="tab" id={`tab-${kind}`} aria-selected={kind === verdict} aria-controls="verdict-hosts" data-kind={kind} onClick={() => setChosen(kind)}>
                  <b className="hg-figure">{number(counts[kind])}</b>
                  <span>{t.verdicts[kind]}</span>
                </button>
              ))}
            </div>
            <div id="verdict-hosts" role="tabpanel" aria-labelledby={`tab-${verdict}`}>
              <HostList key={verdict} scan={id} verdict={verdict} count={counts[verdict]} open={row.state === 'open'} mayDecide={details.data.mayDecide && !running} />
            </div>
          </>
        )}
      </div>
    </Page>
  )
}
