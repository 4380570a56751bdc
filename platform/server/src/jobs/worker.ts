import { Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type { Kit } from '../kit.ts'
import type { QueueTask } from '../module.ts'
import { relayOutbox } from './outbox.ts'
import { runVisibleJob } from './visible.ts'

/** Prepares the queue's own tables; must run before the platform's migrations, whose door leads into it. */
export { runMigrations as migrateQueue } from 'graphile-worker'

/** Starts working off the queue in this process. Stopping waits for what runs. */
export const startWorker = async (kit: Kit): Promise<Runner> => {
  const cron = kit.modules.flatMap((m) => m.cron ?? [])
  const tasks: TaskList = {
    'outbox.relay': (payload) => relayOutbox(kit, (payload as QueueTask).orgId),
    'job.run': (payload) => runVisibleJob(kit, (payload as { input: { jobId: string }; orgId: string })),
    'platform.tidy': async () => {
      await sql`delete from idempotency where at < now() - interval '2 days'`.execute(kit.db)
      await sql`delete from outbox where done_at < now() - interval '30 days'`.execute(kit.db)
    },
    ...Object.fromEntries([...kit.tasks].map(([name, handle]) => [name, (payload: unknown) => handle(payload as QueueTask, kit)])),
    ...Object.fromEntries(cron.map((item) => [`cron.${item.name}`, () => item.run(kit)])),
  }
  return run({
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
}
