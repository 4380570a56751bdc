import { asSystem, type Ctx, type Kit } from '@heng/server-kit'
import { notify } from '@heng/work/reads'
import { sql } from 'kysely'
import { dayIn } from '../risk/dates.ts'

/** Tells each risk owner, once a week, how many of their risks are due for review within a fortnight or overdue. */
export const remindOwners = async (ctx: Ctx): Promise<number> => {
  const today = dayIn(ctx.now, ctx.org.timezone)
  const { rows } = await sql<{ owner: string; due: number; overdue: number }>`
    select owner, count(*)::int as due, count(*) filter (where review_due < ${today}::date)::int as overdue from risk
    where org_id = ${ctx.org.id} and archived_at is null and status = 'open' and owner is not null and review_due <= ${today}::date + 14
    group by owner`.execute(ctx.tx)
  await notify(ctx, rows.map(({ owner, due, overdue }) => ({
    person: owner,
    kind: 'information' as const,
    title: { en: `${due} of your risks are due for review, ${overdue} of them overdue`, 'zh-CN': `您有 ${due} 项风险需要复评，其中 ${overdue} 项已逾期` },
    link: `risks?filter[owner]=${owner}&filter[status]=open&sort=reviewDue`,
    key: `risk.review:${today}`,
  })))
  return rows.length
}

export const remindAllOwners = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ org_id: string }>`select distinct org_id from risk where archived_at is null and status = 'open' and review_due <= current_date + 15`.execute(kit.db)
  for (const { org_id } of rows) await asSystem(kit, org_id, 'job', 'risks.remindReviews', remindOwners)
}
