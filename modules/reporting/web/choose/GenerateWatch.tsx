import { fill } from '@heng/contract'
import { operations } from '@heng/operations/contract'
import { apiFor, JobProgress, OrgLink, useNotify, useOrg, useText } from '@heng/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { messages } from '../../locales/index.ts'
import { DownloadLinks } from '../past/DownloadLinks.tsx'

const jobs = apiFor(operations).job
const isOver = (state: string | undefined): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

/** Follows a report that is being generated; then it can be taken in each format. */
export const GenerateWatch = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const t = useText(messages).page
  const org = useOrg()
  const notify = useNotify()
  const queries = useQueryClient()
  const { data: job } = useQuery({ ...jobs.get.queryOptions({ input: { org, id } }), refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 400) })
  const over = isOver(job?.state)
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: [['report', 'list']] })
  }, [over, queries])
  const made = job?.state === 'done' ? (job.result as { readonly report: string; readonly reference: string }) : null
  const stop = () => jobs.cancel.call({ org, id }).catch((error: unknown) => notify.error(error))
  return (
    <div className="rp-job" role="status">
      <JobProgress
        label={t.generating} done={job?.done ?? 0} total={job?.total ?? null} state={job === undefined || job.state === 'waiting' ? 'running' : job.state}
        {...(job?.allowed.includes('cancel') === true ? { onCancel: () => void stop() } : {})}
      />
      {over && (
        <div className="rp-job-end">
          {made !== null && (
            <>
              <p>{fill(t.generated, { reference: made.reference })} <OrgLink to={`reports/${made.report}`}>{t.open}</OrgLink></p>
              <DownloadLinks id={made.report} title={made.reference} />
            </>
          )}
          {job?.state === 'failed' && <p>{fill(t.failed, { message: job.error?.message ?? '' })}</p>}
          {job?.state === 'cancelled' && <p>{t.cancelled}</p>}
          <Button onClick={onClose}>{t.close}</Button>
        </div>
      )}
    </div>
  )
}
