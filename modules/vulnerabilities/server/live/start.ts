import { HengError, notFound } from '@heng/contract'
import { authorise, record, rowsByIds, startJob, updateRecords, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { mostAtOnce } from '../../contract/live.ts'
import { asRoom } from '../asRoom.ts'
import { dayIn } from '../dates.ts'
import { liveCheck } from './register.ts'

export const liveJob = 'vulnerabilities.live'
export interface LiveJob {
  readonly check: string
}

/** How many run or wait in the whole installation. Asked outside of the request's transaction, which sees its own organisation only; whoever asks holds the lock until they commit. */
const going = async (ctx: Ctx): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${liveJob}, 0))`.execute(ctx.tx)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from job where kind = ${liveJob} and state in ('waiting', 'running')`.execute(ctx.kit.db)
  return rows[0]!.n
}

/** The job of a check that is not over yet. */
export const jobOf = async (ctx: Ctx, id: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`select j.id from live_check c join job j on j.org_id = c.org_id and j.id = c.job and j.state in ('waiting', 'running') where c.org_id = ${ctx.org.id} and c.id = ${id}`.execute(ctx.tx)
  return rows[0]?.id ?? null
}

/**
 * Starts a check. From now on it has run today: one that fails is not tried again until its next day, or until somebody says so.
 * Throws `liveCheck.running`, `liveCheck.busy`.
 */
export const startCheck = async (ctx: Ctx, { id, reference }: Pick<StoredRow, 'id' | 'reference'>): Promise<string> => {
  const others = await going(ctx)
  if ((await jobOf(ctx, id)) !== null) throw new HengError('liveCheck.running', { status: 409, params: { reference } })
  if (others >= mostAtOnce) throw new HengError('liveCheck.busy', { status: 409, params: { most: mostAtOnce } })
  const job = await startJob(ctx, liveJob, { check: id } satisfies LiveJob, 100)
  await updateRecords(asRoom(ctx), liveCheck, [{ id, values: { lastRunOn: dayIn(ctx.org.timezone, ctx.now), lastProblem: null } }], undefined, 'updated', { recordedAs: 'started' })
  await sql`update live_check set job = ${job} where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  return job
}

const standing = async (ctx: Ctx, id: string): Promise<StoredRow> => {
  const [row] = await rowsByIds(ctx, liveCheck, [id])
  if (row === undefined || row.archivedAt !== null) throw notFound('liveCheck')
  authorise(ctx, 'liveCheck:run', {})
  return row
}

/** Runs a check now, a paused one as well. */
export const run = async (ctx: Ctx, { id }: { id: string }) => ({ job: await startCheck(ctx, await standing(ctx, id)) })

/** Stops a run: at once while it waits; a running program is ended within a few seconds. Throws `liveCheck.notRunning`. */
export const cancel = async (ctx: Ctx, { id }: { id: string }) => {
  const { reference } = await standing(ctx, id)
  const job = await jobOf(ctx, id)
  if (job === null) throw new HengError('liveCheck.notRunning', { status: 409, params: { reference } })
  await sql`update job set cancel_requested = true, state = case state when 'waiting' then 'cancelled' else state end, finished_at = case state when 'waiting' then ${ctx.now} else finished_at end
    where org_id = ${ctx.org.id} and id = ${job}`.execute(ctx.tx)
  await record(ctx, { noun: 'job', action: 'cancelled' }, [{ id: job, version: 1, before: null, after: { cancelRequested: true } }])
  return { job }
}
