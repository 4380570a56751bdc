import { operations } from '@heng/operations/contract'
import { apiFor, isApiError, JobProgress, useNotify, useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'

const jobs = apiFor(operations).job
export const isOver = (state: string | undefined): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

export interface WatchProps {
  readonly id: string
  readonly label: string
  readonly result: (result: Readonly<Record<string, unknown>>) => ReactNode
  readonly failed: (message: string) => string
  readonly cancelled: string
  readonly onOver?: (result: Readonly<Record<string, unknown>> | null) => void
}

/** Follows a job to its end. Of somebody else's job, which one may not see, it shows nothing. */
export const Watch = ({ id, label, result, failed, cancelled, onOver }: WatchProps) => {
  const org = useOrg()
  const notify = useNotify()
  const { data: job, error } = useQuery({ ...jobs.get.queryOptions({ input: { org, id } }), refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 500), retry: (count, reason) => !isApiError(reason) && count < 3 })
  const over = isOver(job?.state)
  useEffect(() => {
    if (over) onOver?.(job?.state === 'done' ? ((job.result ?? {}) as Record<string, unknown>) : null)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is over
  }, [over])
  if (error !== null) return null
  const stop = async () => {
    try {
      await jobs.cancel.call({ org, id })
    } catch (reason) {
      notify.error(reason)
    }
  }
  return (
    <div className="vp-watch" role="status">
      <JobProgress
        label={label} done={job?.done ?? 0} total={job?.total ?? null} state={job === undefined || job.state === 'waiting' ? 'running' : job.state}
        {...(job?.allowed.includes('cancel') === true ? { onCancel: () => void stop() } : {})}
      />
      {job?.state === 'done' && result((job.result ?? {}) as Record<string, unknown>)}
      {job?.state === 'failed' && <p className="vp-wrong">{failed(job.error?.message ?? '')}</p>}
      {job?.state === 'cancelled' && <p>{cancelled}</p>}
    </div>
  )
}
