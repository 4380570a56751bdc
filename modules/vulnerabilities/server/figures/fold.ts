import { asSystem, type Ctx, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'

const key = sql.raw('org_id, day, unit, severity, priority, outcome, took, in_time')

/** Adds up what changes left for each day. */
export const foldDays = async (ctx: Ctx): Promise<void> => {
  await sql`with taken as (
      delete from vulnerability_day where org_id = ${ctx.org.id} and day in (select day from vulnerability_day where org_id = ${ctx.org.id} and not folded) returning *
    )
    insert into vulnerability_day (${key}, opened, closed, standing, folded) select ${key}, sum(opened), sum(closed), sum(standing), true from taken
    group by ${key} having sum(opened) <> 0 or sum(closed) <> 0 or sum(standing) <> 0`.execute(ctx.tx)
}

/** Hourly, where something has changed. */
export const foldDaysInAll = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ id: string }>`select o.id from organisation o where exists (select from vulnerability_day d where d.org_id = o.id and not d.folded)`.execute(kit.db)
  for (const { id } of rows) await asSystem(kit, id, 'job', 'vulnerabilities.foldDays', foldDays)
}
