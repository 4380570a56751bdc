import { asSystem, type Ctx, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { openBreachWork } from '../breach/work.ts'
import { today } from '../days.ts'
import { openWatched } from '../emerging/work.ts'
import { openMeasuring } from '../indicator/work.ts'
import { checkRisks } from '../position/events.ts'
import { openTogetherWork } from '../statement/togetherWork.ts'
import { openReviewOfStatement } from '../statement/work.ts'

/** Risks whose breach is answered by something that has run out: an exception, or a measure late. */
export const lapsedRisks = async (ctx: Ctx): Promise<string[]> => {
  const { rows } = await sql<{ risk: string }>`select b.risk from tolerance_breach b left join treatment_measure m on m.org_id = b.org_id and m.id = b.measure
    where b.org_id = ${ctx.org.id} and b.state = 'answered' and ((b.answer = 'exception' and b.exception_until < ${today(ctx)}::date)
      or (b.answer = 'treatment' and m.due < ${today(ctx)}::date and m.state not in ('done', 'verified')))`.execute(ctx.tx)
  return rows.map((r) => r.risk)
}

/** What the passing of a day brings. */
export const daily = async (ctx: Ctx): Promise<void> => {
  await checkRisks(ctx, await lapsedRisks(ctx))
  await openBreachWork(ctx)
  await openMeasuring(ctx)
  await openWatched(ctx)
  await openReviewOfStatement(ctx)
  await openTogetherWork(ctx)
}

/** Hourly, because days begin at different hours; organisations where nothing may be due are not touched. */
export const dailyInAll = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ org_id: string }>`
    select org_id from tolerance_breach where state <> 'closed'
    union select org_id from risk_indicator where archived_at is null and active and next_due <= current_date + 1
    union select org_id from emerging_risk where state = 'watching' and review_due <= current_date + 8
    union select org_id from risk_appetite where state = 'approved' and (review_due <= current_date + 31 or together <> '{"expected": null, "extreme": null}'::jsonb)`.execute(kit.db)
  for (const { org_id } of rows) await asSystem(kit, org_id, 'job', 'appetite.daily', daily)
}
