import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ages } from '../../contract/figures.ts'
import { ofReach } from './reached.ts'

type Age = (typeof ages)[number]

/** What is open by unit and severity. */
export const openByUnit = async (ctx: Ctx, today: string) => (await sql<{ unit: string | null; severity: string | null; n: number; overdue: number; exploited: number }>`
  select t.unit, t.severity, sum(t.n)::int as n, coalesce(sum(t.n) filter (where t.due_on < ${today}::date), 0)::int as overdue, coalesce(sum(t.n) filter (where t.exploited), 0)::int as exploited
  from vulnerability_tally t where ${ofReach(ctx)} group by 1, 2 having sum(t.n) <> 0`.execute(ctx.tx)).rows

/** What is open by age, severity and priority. */
export const openByAge = async (ctx: Ctx, today: string) => (await sql<{ age: Age; severity: string | null; priority: string | null; n: number }>`
  select case when a <= 7 then '7' when a <= 30 then '30' when a <= 90 then '90' when a <= 180 then '180' else 'more' end as age, severity, priority, sum(standing)::int as n
  from (select ${today}::date - t.day as a, t.severity, t.priority, t.standing from vulnerability_day t where ${ofReach(ctx)} and t.standing <> 0) x group by 1, 2, 3 having sum(standing) <> 0`.execute(ctx.tx)).rows

/** What was mended since a day, by severity and the days that it took. */
export const mendedSince = async (ctx: Ctx, since: string) => (await sql<{ severity: string | null; outcome: 'fixed' | 'verified'; days: number; inTime: boolean | null; n: number }>`
  select t.severity, t.outcome, t.took as days, t.in_time as "inTime", sum(t.closed)::int as n from vulnerability_day t
  where ${ofReach(ctx)} and t.day >= ${since}::date and t.outcome is not null group by 1, 2, 3, 4 having sum(t.closed) <> 0`.execute(ctx.tx)).rows

/** Active components by unit, and which of them a scan looked at since an instant. */
export const coverageByUnit = async (ctx: Ctx, since: Date) => (await sql<{ unit: string | null; assets: number; scanned: number; loggedIn: number; notLoggedIn: number }>`
  with seen as materialized (
    select s.asset, bool_or(c.credentialed) as login from vulnerability_scan n
    join vulnerability_scan_target c on c.org_id = n.org_id and c.scan = n.id
    join scan_target s on s.org_id = c.org_id and s.id = c.target and s.state = 'matched' and s.archived_at is null
    where n.org_id = ${ctx.org.id} and n.state = 'done' and n.archived_at is null and n.scanned_at >= ${since} group by s.asset
  )
  select t.unit, count(*)::int as assets, count(s.asset)::int as scanned, count(*) filter (where s.login)::int as "loggedIn", count(*) filter (where not s.login)::int as "notLoggedIn"
  from asset t left join seen s on s.asset = t.id where ${ofReach(ctx)} and t.archived_at is null and t.tier = 'component' and t.lifecycle is distinct from 'retired' group by 1`.execute(ctx.tx)).rows

/** Whether any report was taken in, and how many targets nobody has said an asset for. */
export const scansBegun = async (ctx: Ctx): Promise<{ begun: boolean; unmatched: number }> => (await sql<{ begun: boolean; unmatched: number }>`
  select exists (select from vulnerability_scan n where n.org_id = ${ctx.org.id} and n.state = 'done') or exists (select from vulnerability_tally n where n.org_id = ${ctx.org.id}) as begun,
    (select count(*)::int from scan_target t where t.org_id = ${ctx.org.id} and t.state = 'unmatched' and t.archived_at is null) as unmatched`.execute(ctx.tx)).rows[0]!

/** What was opened and closed up to a day, by severity; all that came before `from` together, as null. */
export const changesByDay = async (ctx: Ctx, from: string, to: string) => (await sql<{ day: string | null; severity: string | null; opened: number; closed: number }>`
  select case when t.day >= ${from}::date then t.day::text end as day, t.severity, sum(t.opened)::int as opened, sum(t.closed)::int as closed
  from vulnerability_day t where ${ofReach(ctx)} and t.day <= ${to}::date group by 1, 2`.execute(ctx.tx)).rows
