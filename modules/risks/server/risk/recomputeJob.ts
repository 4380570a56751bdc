import { startJob, type Ctx, type JobHandler } from '@heng/server-kit'
import { sql } from 'kysely'
import { requireCriteria } from '../method/inForce.ts'
import { recompute } from './recompute.ts'

const chunk = 5_000

export const startRecompute = async (ctx: Ctx) => {
  await requireCriteria(ctx)
  return { jobId: await startJob(ctx, 'risks.recompute', {}) }
}

/** All open risks, five thousand a transaction, so that nobody waits for the event loop; what is done stays done when somebody cancels. */
export const recomputeAll: JobHandler = async ({ transaction, progress }) => {
  const total = await transaction(async (ctx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from risk where org_id = ${ctx.org.id} and archived_at is null and status = 'open'`.execute(ctx.tx)
    return rows[0]!.n
  })
  let [seen, changed, after] = [0, 0, null as string | null]
  await progress(0, total)
  for (;;) {
    const done = await transaction((ctx) => recompute(ctx, { after, limit: chunk }))
    seen += done.seen
    changed += done.changed
    if (done.last === null) break
    after = done.last
    await progress(seen, total)
  }
  return { seen, changed }
}
