import { HengError } from '@heng/contract'
import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { jobById } from './store.ts'

/**
 * Stops a job: at once when it waits; a running one ends at its next report of progress, and what it had not
 * committed is rolled back.
 */
export const cancel = async (ctx: Ctx, { id }: { id: string }) => {
  const before = await jobById(ctx, id, 'job:write')
  if (!before.allowed.includes('cancel')) throw new HengError(before.state === 'running' ? 'job.stopping' : 'job.ended', { status: 409 })
  await sql`update job set cancel_requested = true, state = case state when 'waiting' then 'cancelled' else state end,
    finished_at = case state when 'waiting' then ${ctx.now} else finished_at end where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  await record(ctx, { noun: 'job', action: 'cancelled' }, [{ id, version: 1, before: { state: before.state }, after: { cancelRequested: true } }])
  return jobById(ctx, id)
}
