import { fill } from '@heng/contract'
import { ConfirmReason, ErrorView, formatNumber, TimeText, useLocale, useNotify, useOrg, usePermission, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { QueueDepth, QueueTaskRow } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'

/** The queue behind the jobs: how much waits, and what failed, with the means to try again or remove it. */
export const Queue = () => {
  const t = useText(messages).queue
  const org = useOrg()
  const id = useId()
  const notify = useNotify()
  const mayWrite = usePermission('queue:write')
  const [dropping, setDropping] = useState<string>()
  const query = useQuery(api.queue.status.queryOptions({ input: { org }, refetchInterval: 10_000 }))
  const run = async (write: Promise<unknown>, done: string) => {
    try {
      await write
      notify.success(done)
    } catch (error) {
      notify.error(error)
    }
    await query.refetch()
  }
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  const { depth = [], troubled = [] } = query.data ?? {}
  return (
    <section className="op-queue" aria-labelledby={id}>
      <h2 id={id}>{t.title}</h2>
      <p className="hg-about">{t.about}</p>
      {depth.length === 0 ? <p className="hg-muted op-idle">{t.idle}</p> : <Depth rows={depth} />}
      {troubled.length > 0 && (
        <>
          <h3>{t.trouble}</h3>
          <ul className="op-list">
            {troubled.map((task) => (
              <Troubled
                key={task.id} task={task} mayWrite={mayWrite}
                onRetry={() => void run(api.queue.retry.call({ org, id: task.id }), t.retried)} onDrop={() => setDropping(task.id)}
              />
            ))}
          </ul>
        </>
      )}
      <ConfirmReason
        open={dropping !== undefined} required danger title={t.dropTitle} text={t.dropText} confirm={t.drop}
        onConfirm={(reason) => {
          const task = dropping!
          setDropping(undefined)
          void run(api.queue.drop.call({ org, id: task, reason: reason ?? '' }), t.dropped)
        }}
        onCancel={() => setDropping(undefined)}
      />
    </section>
  )
}

const Depth = ({ rows }: { readonly rows: readonly QueueDepth[] }) => {
  const t = useText(messages).queue
  const locale = useLocale()
  const figures = ['waiting', 'running', 'retrying', 'failed'] as const
  return (
    <div className="hg-scroll-x" role="region" aria-label={t.title} tabIndex={0}>
      <table className="op-table">
        <thead><tr><th scope="col">{t.task}</th>{figures.map((key) => <th key={key} scope="col" className="op-figure">{t[key]}</th>)}<th scope="col">{t.oldest}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.task}>
              <th scope="row">{row.label}</th>
              {figures.map((key) => <td key={key} className="op-figure" data-attention={key === 'failed' && row.failed > 0}>{formatNumber(row[key], locale)}</td>)}
              <td>{row.oldest === null ? '–' : <TimeText value={row.oldest} relative />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface TroubledProps {
  readonly task: QueueTaskRow
  readonly mayWrite: boolean
  readonly onRetry: () => void
  readonly onDrop: () => void
}

const Troubled = ({ task, mayWrite, onRetry, onDrop }: TroubledProps) => {
  const t = useText(messages).queue
  const [before = '', after = ''] = t.next.split('{when}')
  return (
    <li className="op-job" data-state={task.nextAt === null ? 'failed' : 'waiting'}>
      <div className="op-job-main">
        <div className="op-job-head"><strong>{task.label}</strong></div>
        <div className="op-job-facts">
          <span>{fill(t.attempts, { done: task.attempts, most: task.maxAttempts })}</span>
          {task.nextAt === null ? <span>{t.givenUp}</span> : <span>{before}<TimeText value={task.nextAt} relative />{after}</span>}
        </div>
        {task.error !== null && <p className="op-job-error">{task.error}</p>}
      </div>
      {mayWrite && (
        <div className="op-job-actions">
          <Button onClick={onRetry}>{t.retry}</Button>
          {task.nextAt === null && <Button danger onClick={onDrop}>{t.drop}</Button>}
        </div>
      )}
    </li>
  )
}
