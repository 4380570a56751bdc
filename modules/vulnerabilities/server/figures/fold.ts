import { asSystem, type Ctx, type Kit, type Subscription } from '@heng/server-kit'
import { sql } from 'kysely'
import { dayIn } from '../dates.ts'
import { fixingFrom, fixingWeeks } from './method.ts'
import { dayQueue, recentFrom } from './sums.ts'

/** Adds the noted changes of days to their sums. Two at once wait for each other, so that neither waits for rows of the other. */
export const foldDays = async (ctx: Ctx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vulnerabilityDays ${ctx.org.id}`}, 0))`.execute(ctx.tx)
  await sql.raw(dayQueue(`org_id = '${ctx.org.id}'`)).execute(ctx.tx)
  const monday = fixingFrom(dayIn(ctx.org.timezone, ctx.now))
  const { rows } = await sql`select from vulnerability_recent_from where org_id = ${ctx.org.id} and week = ${monday}::date`.execute(ctx.tx)
  if (rows.length === 0) for (const statement of recentFrom(ctx.org.id, monday)) await sql.raw(statement).execute(ctx.tx)
}

/** A report that mends ten thousand leaves as many notes. */
export const foldDaysAfterScans: readonly Subscription[] = [{ name: 'vulnerabilities.foldDaysAfterScan', event: 'vulnerabilityScan.done', handle: foldDays }]

/** Hourly, where something has changed or another week has begun. */
export const foldDaysInAll = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ id: string }>`select o.id from organisation o where exists (select from vulnerability_day d where d.org_id = o.id)
    or exists (select from vulnerability_recent_from f where f.org_id = o.id and f.week < date_trunc('week', now() at time zone o.timezone)::date - ${(fixingWeeks - 1) * 7}::int)`.execute(kit.db)
  for (const { id } of rows) await asSystem(kit, id, 'job', 'vulnerabilities.foldDays', foldDays)
}
