import { notFound, type ErrorBody, type Locale } from '@heng/contract'
import { authorise, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

interface Row {
  readonly job: string | null
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | null
  readonly done: number | null
  readonly stopping: boolean
  readonly error: Readonly<Record<Locale, ErrorBody>> | null
  readonly scans: string[] | null
}

/** How far the last run of a check is. One statement. */
export const progress = async (ctx: Ctx, { id }: { id: string }) => {
  authorise(ctx, 'liveCheck:read', {})
  const { rows } = await sql<Row>`select j.id as job, j.state, j.done, coalesce(j.cancel_requested and j.state = 'running', false) as stopping, j.error, j.result -> 'scans' as scans
    from live_check c left join job j on j.org_id = c.org_id and j.id = c.job where c.org_id = ${ctx.org.id} and c.id = ${id}`.execute(ctx.tx)
  const [row] = rows
  if (row === undefined) throw notFound('liveCheck')
  const error = row.error?.[ctx.locale]
  return {
    job: row.job, state: row.state, percent: row.done ?? 0, stopping: row.stopping, scans: row.scans ?? [],
    error: error === undefined ? null : { code: error.code, message: error.message, hint: error.hint ?? null },
  }
}
