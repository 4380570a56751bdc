import { asSystem, breathe, type Ctx, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { dayIn } from '../control/rules.ts'
import { usualGrace } from './figures.ts'
import { recomputeEffectiveness } from './recompute.ts'

const chunk = 100

/** Controls whose figure may be another merely because a day has passed: those with a test that is late. */
export const recomputeLate = async (ctx: Ctx): Promise<number> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  const { rows } = await sql<{ id: string }>`
    select distinct t.control as id from control_test t join control c on c.org_id = t.org_id and c.id = t.control and c.archived_at is null and c.state = 'implemented'
    where t.org_id = ${ctx.org.id} and t.archived_at is null and t.next_due < ${today}::date and t.next_due + coalesce(t.grace_days, ${usualGrace}::int) < ${today}::date order by 1`.execute(ctx.tx)
  let moved = 0
  for (let from = 0; from < rows.length; from += chunk) {
    moved += (await recomputeEffectiveness(ctx, rows.slice(from, from + chunk).map(({ id }) => id), 'time')).length
    await breathe()
  }
  return moved
}

/** Several times a day, as the day turns at another hour in each time zone; a second look the same day changes nothing. */
export const recomputeAllLate = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ org_id: string }>`select distinct org_id from control_test where archived_at is null and next_due < current_date + 1`.execute(kit.db)
  for (const { org_id } of rows) await asSystem(kit, org_id, 'job', 'controls.recomputeLate', recomputeLate)
}
