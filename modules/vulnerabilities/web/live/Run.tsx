import './live.css'
import { fill } from '@heng/contract'
import { PlayCircleOutlined } from '@ant-design/icons'
import { ErrorView, JobProgress, OrgLink, useNotify, useOrg, useText, uuid, type AnyRecord } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { messages } from '../../locales/index.ts'
import { api, useRefreshVulnerabilities } from '../api.ts'
import { isGoing, useRun } from './useRun.ts'

/** The last run of a check: how far it is, what came of it or went wrong, and the means to run it. */
export const Run = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).live
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshVulnerabilities()
  const { data, error, refetch } = useRun(row.id)
  const verb = (call: typeof api.live.run.call | typeof api.live.cancel.call) => ({
    mutationFn: () => call({ org, id: row.id }, { context: { idempotencyKey: uuid() } }),
    onSuccess: async () => {
      await Promise.all([refetch(), refresh()])
    },
    onError: (problem: Error) => notify.error(problem),
  })
  const run = useMutation(verb(api.live.run.call))
  const stop = useMutation(verb(api.live.cancel.call))
  if (data === undefined) return error === null ? <div className="hg-bone" role="status" /> : <ErrorView error={error} onRetry={() => void refetch()} />
  const { state, percent, stopping, scans } = data
  const going = isGoing(state)
  const may = row.allowed.includes('run')
  const name = String(row['name'])
  return (
    <div className="vl-run">
      {going && (
        <div role="status">
          <JobProgress label={fill(state === 'waiting' ? t.waiting : t.running, { name })} done={percent} total={100} state="running" {...(may && !stopping && !stop.isPending ? { onCancel: () => stop.mutate() } : {})} />
          {stopping && <p className="hg-muted">{t.stopping}</p>}
        </div>
      )}
      {!going && state === 'failed' && <Alert type="error" showIcon role="alert" title={fill(t.failed, { message: data.error?.message ?? '' })} description={data.error?.hint ?? undefined} />}
      {state === 'cancelled' && <Alert type="info" showIcon title={t.cancelled} />}
      {state === 'done' && <Alert type="success" showIcon title={t.done} description={scans.length === 0 ? undefined : <span className="vl-links">{scans.map((scan, i) => <OrgLink key={scan} to={`vulnerability-scans/${scan}`}>{scans.length === 1 ? t.report : fill(t.reportOf, { n: i + 1 })}</OrgLink>)}</span>} />}
      {state === null && <p className="hg-muted">{t.never}</p>}
      {may && !going && <Button type="primary" icon={<PlayCircleOutlined />} loading={run.isPending} onClick={() => run.mutate()}>{t.run}</Button>}
    </div>
  )
}
