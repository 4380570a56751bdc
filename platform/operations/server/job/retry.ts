import { HengError } from '@heng/contract'
import { enqueue, record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { jobById } from './store.ts'

/** Runs a failed or stopped job again from its beginning, with what it was given then. */
export const retry = async (ctx: Ctx, { id }: { id: string }) => {
  const before = await jobById(ctx, id, 'job:write')
  if (!before.allowed.includes('retry')) throw new HengError('job.notFailed', { status: 409 })
  await sql`update job set state = 'waiting', cancel_requested = false, done = 0, result = null, error = null, started_at = null, finished_at = null
    where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  await record(ctx, { noun: 'job', action: 'retried' }, [{ id, version: 1, before: { state: before.state, error: before.error }, after: { state: 'waiting' } }])
  await enqueue(ctx, 'job.run', { jobId: id }, { key: `job:${id}` })
  return jobById(ctx, id)
}
