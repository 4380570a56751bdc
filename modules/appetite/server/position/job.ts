import type { JobHandler } from '@heng/server-kit'
import { sql } from 'kysely'
import { openTogetherWork } from '../statement/togetherWork.ts'
import { check } from './check.ts'

/** Risks a transaction: some tens of milliseconds, so that nobody waits for the event loop. */
const chunk = 500

/** All open risks, for a statement newly in force or a tree of units that changed; what is done stays done when somebody cancels. */
export const checkAll: JobHandler = async ({ transaction, progress }) => {
  const total = await transaction(async (ctx) => {
    // What ended while no event told of it stands nowhere.
    await sql`delete from appetite_position p where p.org_id = ${ctx.org.id} and not exists (
      select from risk t where t.org_id = p.org_id and t.id = p.id and t.archived_at is null and t.status = 'open')`.execute(ctx.tx)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from risk where org_id = ${ctx.org.id} and archived_at is null and status = 'open'`.execute(ctx.tx)
    return rows[0]!.n
  })
  let [seen, moved, opened, closed, after] = [0, 0, 0, 0, null as string | null]
  await progress(0, total)
  for (;;) {
    const done = await transaction((ctx) => check(ctx, { after, limit: chunk }))
    seen += done.seen
    moved += done.moved
    opened += done.opened
    closed += done.closed
    if (done.last === null) break
    after = done.last
    await progress(seen, total)
  }
  await transaction(openTogetherWork)
  return { seen, moved, opened, closed }
}
