import { HengError, locales } from '@heng/contract'
import { asSystem, errorBody, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { mostAtOnce } from '../../contract/live.ts'
import { liveJob, startCheck } from './start.ts'

/** Jobs that the queue has given up, after their server was killed again and again, say so: none is left running. */
export const settleRuns = async ({ db, errors }: Kit): Promise<void> => {
  const error = Object.fromEntries(locales.map((locale) => [locale, errorBody(errors, new HengError('liveCheck.givenUp', { status: 500 }), locale, liveJob)]))
  await sql`update job j set state = 'failed', finished_at = now(), error = ${JSON.stringify(error)}::jsonb where j.kind = ${liveJob} and j.state in ('waiting', 'running')
    and not exists (select from graphile_worker._private_jobs q where q.payload -> 'input' ->> 'jobId' = j.id::text and (q.locked_at is not null or q.attempts < q.max_attempts))`.execute(db)
}

/** Starts what is due by the calendar of its organisation, as far as there is room; the rest is due a minute later still. Trouble with one keeps no other waiting. */
export const runDue = async (kit: Kit): Promise<void> => {
  await settleRuns(kit)
  const { rows } = await sql<{ org_id: string; id: string; reference: string }>`select c.org_id, c.id, c.reference from live_check c join organisation o on o.id = c.org_id left join job j on j.org_id = c.org_id and j.id = c.job
    where c.archived_at is null and c.state = 'active' and c.next_due <= (now() at time zone o.timezone)::date and j.state is distinct from 'waiting' and j.state is distinct from 'running'
    order by c.next_due, c.id limit ${mostAtOnce}`.execute(kit.db)
  for (const { org_id: org, ...check } of rows) {
    await asSystem(kit, org, 'job', 'vulnerabilities.runDue', (ctx) => startCheck(ctx, check)).catch((error: unknown) => {
      if (!(error instanceof HengError && error.status === 409)) kit.log.error({ err: error, check: check.id }, 'a live check could not be started')
    })
  }
}
