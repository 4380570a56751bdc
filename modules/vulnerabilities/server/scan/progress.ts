import type { ErrorBody, Locale } from '@heng/contract'
import { notFound } from '@heng/contract'
import { authorise, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

type State = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
interface Row {
  readonly state: State
  readonly job: string | null
  readonly started_by: string | null
  readonly done: number | null
  readonly total: number | null
  readonly error: Readonly<Record<Locale, ErrorBody>> | null
  readonly ended: 'failed' | 'cancelled' | null
  /** The job has not told its end yet. */
  readonly busy: boolean
}
interface Trouble {
  readonly problem?: string
  readonly findingsRead?: number
}

/** How far the job is that takes a report in, and what went wrong. One statement. */
export const progress = async (ctx: Ctx, { id }: { id: string }) => {
  const { rows } = await sql<Row>`select s.state, s.job, s.started_by, j.done, j.total, j.error, case when j.state in ('failed', 'cancelled') then j.state end as ended,
      coalesce(j.state in ('waiting', 'running'), false) as busy from vulnerability_scan s left join job j on j.org_id = s.org_id and j.id = s.job
    where s.org_id = ${ctx.org.id} and s.id = ${id}`.execute(ctx.tx)
  const [row] = rows
  if (row === undefined) throw notFound('vulnerabilityScan')
  authorise(ctx, 'vulnerabilityScan:read', { ownerIds: [row.started_by] })
  const error = row.error?.[ctx.locale]
  const { problem, findingsRead } = (error?.data ?? {}) as Trouble
  // A job that was stopped before it began could not say so of the scan.
  const stopped = row.ended !== null && (row.state === 'waiting' || row.state === 'running') ? row.ended : row.state
  // The reason of a failure follows a moment after it; nobody should see the one without the other.
  const state = stopped === 'failed' && row.busy ? 'running' : stopped
  return {
    jobId: row.job, state, done: row.done ?? 0, total: row.total,
    error: error === undefined ? null : { code: error.code, message: error.message, hint: error.hint ?? null, problem: problem ?? null, findingsRead: findingsRead ?? null },
  }
}
