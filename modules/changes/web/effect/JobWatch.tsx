import { fill } from '@heng/contract'
import { JobProgress, useNotify, useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useEffect } from 'react'
import { jobs } from '../api.ts'

const isOver = (state: string | undefined): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

export interface JobWatchProps {
  readonly id: string
  readonly label: string
  readonly words: { readonly failed: string; readonly cancelled: string }
  /** Once, when it is over. */
  readonly onOver: (state: string) => void
}

/** Follows a job to its end, with the means to stop it; says why, should it fail. */
export const JobWatch = ({ id, label, words, onOver }: JobWatchProps) => {
  const org = useOrg()
  const notify = useNotify()
  const { data: job } = useQuery({ ...jobs.get.queryOptions({ input: { org, id } }), refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 300) })
  const over = isOver(job?.state)
  useEffect(() => {
    if (over) onOver(job!.state)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is over
  }, [over])
  const stop = async () => {
    try {
      await jobs.cancel.call({ org, id })
    } catch (error) {
      notify.error(error)
    }
  }
  if (job?.state === 'failed') return <Alert className="ch-notice" type="error" showIcon title={fill(words.failed, { message: job.error?.message ?? '' })} description={job.error?.hint ?? undefined} />
  if (job?.state === 'cancelled') return <Alert className="ch-notice" type="info" showIcon title={words.cancelled} />
  return (
    <div className="ch-notice" role="status">
      <JobProgress
        label={label} done={job?.done ?? 0} total={job?.total ?? null} state={job?.state === 'done' ? 'done' : 'running'}
        {...(job?.allowed.includes('cancel') === true ? { onCancel: () => void stop() } : {})}
      />
    </div>
  )
}
