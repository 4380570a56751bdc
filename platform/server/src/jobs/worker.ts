import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type { Identity } from '../identity.ts'
import type { Kit } from '../kit.ts'
import type { QueueTask } from '../module.ts'
import { reindex, reindexTask } from '../register/reindex.ts'
import { relayForQueue } from './outbox.ts'
import { runVisibleJob } from './visible.ts'

/** Prepares the queue's own tables; must run before the platform's migrations, whose door leads into it. */
export { runMigrations as migrateQueue } from 'graphile-worker'

/**
 * Takes up what a killed worker left locked, which the queue itself would do after four hours only. One process at a
 * time claims the role, so nobody else can be working on it.
 */
const releaseAbandoned = async (kit: Kit): Promise<void> => {
  await sql`select graphile_worker.force_unlock_workers(array(
    select locked_by from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`.execute(kit.db)
}

export interface Worker {
  /** Waits for what runs; a job of the jobs page stops at its next report of progress and waits for the next start. */
  stop: () => Promise<void>
}

/** Starts working off the queue in this process; `identity` lets jobs run with the rights of whoever started them. */
export const startWorker = async (kit: Kit, identity?: Identity): Promise<Worker> => {
  await releaseAbandoned(kit)
  const stopping = new AbortController()
  const cron = kit.modules.flatMap((m) => m.cron ?? [])
  const tasks: TaskList = {
    'outbox.relay': (payload) => relayForQueue(kit, (payload as QueueTask).orgId),
    'job.run': (payload) => runVisibleJob(kit, (payload as { input: { jobId: string }; orgId: string }), stopping.signal, identity),
    [reindexTask]: (payload) => reindex(kit, payload as QueueTask),
    'platform.tidy': async () => {
      await sql`delete from idempotency where at < now() - interval '2 days'`.execute(kit.db)
      await sql`delete from outbox where done_at < now() - interval '30 days'`.execute(kit.db)
    },
    ...Object.fromEntries([...kit.tasks].map(([name, handle]) => [name, (payload: unknown) => handle(payload as QueueTask, kit)])),
    ...Object.fromEntries(cron.map((item) => [`cron.${item.name}`, () => item.run(kit)])),
  }
  const runner = await run({
    pgPool: kit.pool,
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 1_000,
    taskList: tasks,
    parsedCronItems: parseCronItems([
      { task: 'platform.tidy', match: '17 3 * * *' },
      ...cron.map((item) => ({ task: `cron.${item.name}`, match: item.pattern })),
    ]),
    logger: new Logger((scope) => (level, message) => {
      const at = level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug'
      kit.log[at]({ worker: scope.workerId }, message)
    }),
  })
  return {
    stop: async () => {
      stopping.abort()
      await runner.stop()
    },
  }
}
