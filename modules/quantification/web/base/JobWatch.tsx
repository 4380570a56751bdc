import { fill } from '@heng/contract'
import { operations } from '@heng/operations/contract'
import { apiFor, JobProgress, useNotify, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { messages } from '../../locales/index.ts'
import { useRefreshLosses } from './api.ts'

const jobs = apiFor(operations).job
const isOver = (state: string | undefined): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

export interface JobWatchProps {
  readonly id: string
  readonly label: string
  /** Words for the result once it is done. */
  readonly result: (result: Readonly<Record<string, number>>) => ReactNode
  readonly onClose: () => void
  /** Comes before anything loads again: what is asked may be gone from the page then. */
  readonly onDone?: (result: Readonly<Record<string, unknown>>) => void
}

/** Follows a job of this room to its end; what it changed then loads again. */
export const JobWatch = ({ id, label, result, onClose, onDone }: JobWatchProps) => {
  const t = useText(messages).pages.job
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshLosses()
  const { data: job } = useQuery({
    ...jobs.get.queryOptions({ input: { org, id } }),
    refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 500),
  })
  const over = isOver(job?.state)
  useEffect(() => {
    if (job?.state === 'done') onDone?.((job.result ?? {}) as Record<string, unknown>)
    if (over) void refresh()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is over
  }, [over])
  const stop = async () => {
    try {
      await jobs.cancel.call({ org, id })
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <div className="rq-job" role="status">
      <JobProgress
        label={label} done={job?.done ?? 0} total={job?.total ?? null} state={job === undefined || job.state === 'waiting' ? 'running' : job.state}
        {...(job?.allowed.includes('cancel') === true ? { onCancel: () => void stop() } : {})}
      />
      {over && (
        <div className="rq-job-end">
          <div>
            {job?.state === 'done' && result((job.result ?? {}) as Record<string, number>)}
            {job?.state === 'failed' && fill(t.failed, { message: job.error?.message ?? '' })}
            {job?.state === 'cancelled' && t.cancelled}
          </div>
          <Button onClick={onClose}>{t.close}</Button>
        </div>
      )}
    </div>
  )
}
