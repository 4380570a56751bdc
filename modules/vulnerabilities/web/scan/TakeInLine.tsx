import { CloseOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { formatSize, type Upload } from '@heng/records/web/parts'
import { errorWords, formatNumber, OrgLink, useKitText, useLocale, useOrg, useText } from '@heng/web-kit'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Reading } from './Reading.tsx'
import { StateOf } from './renderers.tsx'
import { useProgress } from './useProgress.ts'

/** What became of an uploaded report: the scan that it is, or why it is none. */
export interface Begun {
  readonly scan?: string
  readonly error?: unknown
}

const told = ['opened', 'reopened', 'seenAgain', 'closed', 'unmatched'] as const

const Result = ({ id, state }: { readonly id: string; readonly state: string }) => {
  const words = useText(messages).scans
  const t = words.scan
  const org = useOrg()
  const locale = useLocale()
  const { data } = useQuery(api.scan.get.queryOptions({ input: state === 'done' ? { org, id } : skipToken }))
  const figures = data === undefined ? [] : told.filter((name) => (data[name] ?? 0) > 0)
  return (
    <p className="vs-result">
      <StateOf noun="vulnerabilityScan" value={state} />
      {data !== undefined && <OrgLink to={`vulnerability-scans/${id}`}><span className="hg-reference">{data.reference}</span> {data.tool}</OrgLink>}
      {figures.map((name) => <span key={name}>{fill(t.short[name], { count: formatNumber(data![name] ?? 0, locale) })}</span>)}
      {data?.state === 'done' && figures.length === 0 && <span>{t.none}</span>}
      {state !== 'done' && <OrgLink to={`vulnerability-scans/${id}`}>{words.takeIn.see}</OrgLink>}
    </p>
  )
}

/** One report on its way: upload, reading, result; to be taken out until it is begun, and stopped from then on. */
export const TakeInLine = ({ upload, begun, onDrop }: { readonly upload: Upload; readonly begun: Begun | undefined; readonly onDrop: () => void }) => {
  const t = useText(messages).scans.takeIn
  const kit = useKitText()
  const locale = useLocale()
  const { data: progress } = useProgress(begun?.scan)
  const { file, sent, state } = upload
  const over = progress?.state === 'done' || progress?.state === 'failed' || progress?.state === 'cancelled'
  const error = begun?.error === undefined ? progress?.error : errorWords(begun.error, kit)
  const words = { waiting: t.waitingUpload, sending: `${Math.floor((sent / file.size) * 100)} %`, ready: t.uploaded, failed: upload.error ?? '' }
  return (
    <li className="vs-line" data-state={begun?.scan === undefined ? state : progress?.state}>
      <div className="vs-line-head">
        <b className="hg-ellipsis" title={file.name}>{file.name}</b>
        <span className="hg-muted hg-figure">{formatSize(file.size, locale)}</span>
        {begun === undefined && <span className="hg-muted hg-figure" role={state === 'failed' ? 'alert' : undefined}>{words[state]}</span>}
        {(begun?.scan === undefined || over) && <Button type="text" size="small" icon={<CloseOutlined />} aria-label={fill(t.cancel, { name: file.name })} onClick={onDrop} />}
      </div>
      {begun === undefined && (state === 'sending' || state === 'waiting') && <progress max={file.size} value={sent} aria-label={fill(t.uploading, { name: file.name })} />}
      {begun?.scan !== undefined && !over && <Reading name={file.name} progress={progress} />}
      {error != null && <p className="vs-error" role="alert"><b>{error.message}</b>{error.hint != null && <span>{error.hint}</span>}</p>}
      {begun?.scan !== undefined && over && <Result id={begun.scan} state={progress.state} />}
    </li>
  )
}
