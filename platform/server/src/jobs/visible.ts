import { HengError } from '@heng/contract'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Ctx } from '../context.ts'
import type { Mode } from '../db/pool.ts'
import type { Kit } from '../kit.ts'
import type { Identity } from '../identity.ts'
import { asMember, asSystem } from '../http/dispatch.ts'
import { visibleError } from '../http/errors.ts'
import { errorBody } from '../messages.ts'
import { enqueue } from '../verbs/emit.ts'

/** Thrown inside a job when somebody asked it to stop; what it had not committed is rolled back. */
export class JobCancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'JobCancelled'
  }
}

/** Thrown inside a job when the process stops: it is rolled back and starts anew with the next worker. */
class WorkerStopping extends Error {
  constructor() {
    super('the worker stops')
    this.name = 'WorkerStopping'
  }
}

/** Starts long work that people watch: a row of the jobs page and a task of the queue, in the verb's transaction. */
export const startJob = async (ctx: Ctx, kind: string, input: unknown, total: number | null = null): Promise<string> => {
  if (!ctx.kit.jobs.has(kind)) throw new Error(`no room brings the job "${kind}"`)
  const id = v7()
  await sql`insert into job (id, org_id, kind, state, input, total, started_by)
    values (${id}, ${ctx.org.id}, ${kind}, 'waiting', ${JSON.stringify(input)}::jsonb, ${total}, ${ctx.caller.userId})`.execute(ctx.tx)
  await enqueue(ctx, 'job.run', { jobId: id })
  return id
}

interface Envelope {
  readonly orgId: string
  readonly input: { readonly jobId: string }
}
interface JobRow {
  readonly kind: string
  readonly input: unknown
  readonly cancel_requested: boolean
  readonly started_by: string | null
}

/** Runs one job of the jobs page: state, progress, cancel, result or error, all visible while it runs. */
export const runVisibleJob = async (kit: Kit, { orgId, input: { jobId } }: Envelope, stopping?: AbortSignal, identity?: Identity): Promise<void> => {
  const claimed = await sql<JobRow>`update job set state = 'running', started_at = now(), done = 0, error = null
    where id = ${jobId} and org_id = ${orgId} and state in ('waiting', 'running', 'failed') returning kind, input, cancel_requested, started_by`.execute(kit.db)
  const job = claimed.rows[0]
  if (job === undefined) return
  const finish = (state: string, values: { result?: unknown; error?: unknown }) =>
    sql`update job set state = ${state}, finished_at = now(), result = ${JSON.stringify(values.result ?? null)}::jsonb,
      error = ${JSON.stringify(values.error ?? null)}::jsonb where id = ${jobId}`.execute(kit.db)
  let reported = 0
  const progress = async (done: number, total?: number | null): Promise<void> => {
    if (stopping?.aborted) throw new WorkerStopping()
    const now = Date.now()
    if (now - reported < 200 && done !== total) return
    reported = now
    const { rows } = await sql<{ cancel_requested: boolean }>`update job set done = ${done}, total = coalesce(${total ?? null}, total)
      where id = ${jobId} returning cancel_requested`.execute(kit.db)
    if (rows[0]?.cancel_requested) throw new JobCancelled()
  }
  const asStarter = <T>(work: (ctx: Ctx) => Promise<T>, mode: Mode): Promise<T> => {
    if (job.started_by === null) return asSystem(kit, orgId, 'job', jobId, work, mode)
    if (identity === undefined) throw new Error('this worker knows no accounts')
    return asMember(kit, identity, orgId, job.started_by, jobId, work, mode)
  }
  try {
    if (job.cancel_requested) throw new JobCancelled()
    const result = await kit.jobs.get(job.kind)!({
      kit, jobId, orgId, input: job.input, progress,
      transaction: (work) => asSystem(kit, orgId, 'job', jobId, work),
      asStarter: (work) => asStarter(work, 'write'),
      rehearse: (work) => asStarter(work, 'rehearsal'),
    })
    await finish('done', { result })
  } catch (error) {
    if (error instanceof JobCancelled) return void (await finish('cancelled', {}))
    if (error instanceof WorkerStopping) {
      await sql`update job set state = 'waiting', started_at = null, done = 0 where id = ${jobId}`.execute(kit.db)
      throw error
    }
    const visible = visibleError(error)
    if (visible?.code === 'unavailable') throw error
    if (visible === null) kit.log.error({ err: error, jobId }, 'job failed')
    const body = (locale: 'en' | 'zh-CN') => errorBody(kit.errors, visible ?? new HengError('internal', { status: 500 }), locale, jobId)
    await finish('failed', { error: { en: body('en'), 'zh-CN': body('zh-CN') } })
  }
}
