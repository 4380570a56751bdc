import './scan.css'
import { DownloadOutlined } from '@ant-design/icons'
import { fileAddress } from '@heng/records/web/parts'
import { ErrorView, formatNumber, OrgLink, useLocale, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { Alert } from 'antd'
import { messages } from '../../locales/index.ts'
import { Again } from './Again.tsx'
import { Reading } from './Reading.tsx'
import { useProgress } from './useProgress.ts'

const figures = ['opened', 'reopened', 'seenAgain', 'closed', 'informational', 'targets', 'unmatched'] as const

const Figures = ({ row }: { readonly row: AnyRecord }) => {
  const words = useText(messages)
  const t = words.scans.scan
  const locale = useLocale()
  return (
    <dl className="vs-figures" aria-label={t.found}>
      {figures.map((name) => (
        <div key={name} data-name={name} data-some={Number(row[name] ?? 0) > 0}>
          <dt>{words.nouns.vulnerabilityScan.fields[name]}</dt>
          <dd className="hg-figure">{formatNumber(Number(row[name] ?? 0), locale)}</dd>
          <dd className="hg-help">{t.help[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What became of a report: how far it is, what went wrong and what to do about it, or what it came to. */
export const Outcome = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).scans.scan
  const org = useOrg()
  const { data: progress, error, refetch } = useProgress(row.id)
  const state = progress?.state ?? String(row['state'])
  const name = String(row['fileName'])
  if (error !== null && progress === undefined) return <ErrorView error={error} onRetry={() => void refetch()} />
  return (
    <div className="vs-outcome">
      {(state === 'waiting' || state === 'running') && <Reading name={name} progress={progress} />}
      {state === 'cancelled' && <Alert type="info" showIcon title={t.cancelled} />}
      {state === 'failed' && progress !== undefined && (
        <Alert type="error" showIcon role="alert" title={progress.error?.message ?? t.failed} description={progress.error?.hint ?? undefined} />
      )}
      {(state === 'failed' || state === 'cancelled') && progress !== undefined && <Again scan={row} progress={progress} />}
      {state === 'done' && row['state'] === 'done' && (
        <>
          {row['partial'] === true && <Alert type="warning" showIcon title={t.brokeOff} />}
          <Figures row={row} />
        </>
      )}
      <p className="vs-links">
        {typeof row['file'] === 'string' && <a href={fileAddress(org, row['file'])} download={name}><DownloadOutlined aria-hidden="true" /> {t.download}</a>}
        {state === 'done' && Number(row['unmatched'] ?? 0) > 0 && <OrgLink to="scan-targets">{t.toUnmatched}</OrgLink>}
      </p>
    </div>
  )
}
