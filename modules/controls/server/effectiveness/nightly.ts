import { asSystem, type Ctx, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { dayIn } from '../control/rules.ts'
import { usualGrace } from './figures.ts'
import { recomputeEffectiveness } from './recompute.ts'

/** Controls a transaction: some milliseconds of looking into schedules, and locks that nobody waits for long. */
const chunk = 20
const first = '00000000-0000-0000-0000-000000000000'

/**
 * Works out anew the next controls, by id, whose figure may be another merely because a day has passed: those with a test that is late.
 * Answers how many moved, and the id to go on from; null at the end.
 */
export const recomputeLate = async (ctx: Ctx, after: string = first): Promise<{ readonly moved: number; readonly last: string | null }> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  const { rows } = await sql<{ id: string }>`
    select distinct t.control as id from control_test t join control c on c.org_id = t.org_id and c.id = t.control and c.archived_at is null and c.state = 'implemented'
    where t.org_id = ${ctx.org.id} and t.archived_at is null and t.next_due < ${today}::date and t.next_due + coalesce(t.grace_days, ${usualGrace}::int) < ${today}::date
      and t.control > ${after} order by 1 limit ${chunk}`.execute(ctx.tx)
  const moved = await recomputeEffectiveness(ctx, rows.map(({ id }) => id), 'time')
  return { moved: moved.length, last: rows.length < chunk ? null : rows.at(-1)!.id }
}

/** Several times a day, as the day turns at another hour in each time zone; a second look the same day changes nothing. */
export const recomputeAllLate = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ org_id: string }>`select distinct org_id from control_test where archived_at is null and next_due < current_date + 1`.execute(kit.db)
  for (const { org_id } of rows) {
    for (let from: string | null = first; from !== null; ) {
      const start: string = from
      from = (await asSystem(kit, org_id, 'job', 'controls.recomputeLate', (ctx) => recomputeLate(ctx, start))).last
    }
  }
}
