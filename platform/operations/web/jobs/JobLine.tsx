import { RedoOutlined, StopOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { JobProgress, StatusTag, TimeText, useLocale, useText, type Tone } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { JobRow, JobState } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { formatDuration } from '../figures.ts'
import { ConfirmStop } from './ConfirmStop.tsx'
import { Result } from './Result.tsx'
import { useJobAction } from './useJobAction.ts'

const tones: Readonly<Record<JobState, Tone>> = { waiting: 'neutral', running: 'progress', done: 'good', failed: 'bad', cancelled: 'warning' }

/** A text with a time in it, in the order of the language. */
const When = ({ text, at }: { readonly text: string; readonly at: string }) => {
  const [before = '', after = ''] = text.split('{when}')
  return <span>{before}<TimeText value={at} relative />{after}</span>
}

/** One job: what, who, how far, what came of it, and the means to stop or repeat it. */
export const JobLine = ({ job }: { readonly job: JobRow }) => {
  const t = useText(messages).jobs
  const locale = useLocale()
  const [stopping, setStopping] = useState(false)
  const { busy, cancel, retry } = useJobAction(job.id)
  const { state, startedAt, finishedAt, error } = job
  const moving = state === 'running'
  return (
    <li className="op-job" data-state={state}>
      <div className="op-job-main">
        <div className="op-job-head">
          <strong>{job.kindLabel}</strong>
          <StatusTag tone={tones[state]}>{moving && job.cancelRequested ? t.stopping : t.states[state]}</StatusTag>
        </div>
        <div className="op-job-facts">
          <span>{job.startedBy === null ? t.system : fill(t.by, { name: job.startedBy })}</span>
          {state === 'waiting' ? <When text={t.waitsSince} at={job.createdAt} /> : finishedAt === null ? <When text={t.started} at={startedAt ?? job.createdAt} /> : <When text={t.finished} at={finishedAt} />}
          {startedAt !== null && finishedAt !== null && <span>{fill(t.took, { time: formatDuration(Date.parse(finishedAt) - Date.parse(startedAt), locale) })}</span>}
        </div>
        {moving && <JobProgress label={job.kindLabel} done={job.done} total={job.total} state="running" />}
        {error !== null && (
          <div className="op-job-error">
            <p>{error.message}</p>
            {error.hint !== null && <p className="hg-muted">{error.hint}</p>}
          </div>
        )}
        {job.figures.length > 0 && <Result figures={job.figures} />}
      </div>
      <div className="op-job-actions">
        {job.allowed.includes('cancel') && <Button icon={<StopOutlined />} loading={busy} onClick={() => setStopping(true)}>{t.cancel}</Button>}
        {job.allowed.includes('retry') && <Button icon={<RedoOutlined />} loading={busy} onClick={() => void retry()}>{t.retry}</Button>}
      </div>
      <ConfirmStop
        open={stopping} title={fill(t.cancelTitle, { kind: job.kindLabel })} text={t.cancelText} confirm={t.cancel}
        onConfirm={() => {
          setStopping(false)
          void cancel()
        }}
        onCancel={() => setStopping(false)}
      />
    </li>
  )
}
