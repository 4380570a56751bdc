import type { Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { ages } from '../../contract/figures.ts'
import { ofReach, sumsOfReach } from './reached.ts'
import { noUnit } from './sums.ts'

const knownFrom = (ctx: Ctx): RawBuilder<unknown> => sql`greatest(
  coalesce(
    (select (min(n.scanned_at) at time zone ${ctx.org.timezone})::date from vulnerability_scan n where n.org_id = ${ctx.org.id} and n.state = 'done'),
    (select min(t.day) from vulnerability_daily t where t.org_id = ${ctx.org.id} and t.unit is null), (select min(t.day) from vulnerability_day t where t.org_id = ${ctx.org.id})
  ), (select f.day from vulnerability_days_from f where f.org_id = ${ctx.org.id}))::text`

/** What is open by unit and severity; under another row of the unit, without a severity and of none, what is overdue. */
const openByUnit = (ctx: Ctx, today: string) => sql`
  select unit, severity, sum(n)::int as n, sum(overdue)::int as overdue, sum(exploited)::int as exploited from (
    select t.unit, t.severity, t.n, 0 as overdue, case when t.exploited then t.n else 0 end as exploited from vulnerability_standing t where ${ofReach(ctx)}
    union all select t.unit, null, 0, t.n, 0 from vulnerability_due_sum t where ${ofReach(ctx)} and t.due_on < ${today}::date
    union all select t.unit, t.severity, t.n, case when t.due_on < ${today}::date then t.n else 0 end, case when t.exploited then t.n else 0 end
      from vulnerability_tally t where ${ofReach(ctx)} and not t.counted
  ) t group by 1, 2 having sum(n) <> 0 or sum(overdue) <> 0`

/** What is open by age, severity and priority. */
const openByAge = (ctx: Ctx, today: string) => sql`
  select case when a <= 7 then '7' when a <= 30 then '30' when a <= 90 then '90' when a <= 180 then '180' else 'more' end as age, severity, priority, sum(standing)::int as n
  from (
    select ${today}::date - t.day as a, t.severity, t.priority, t.standing from vulnerability_daily t where ${sumsOfReach(ctx)} and t.standing <> 0
    union all select ${today}::date - t.day, t.severity, t.priority, t.standing from vulnerability_day t where ${ofReach(ctx)} and t.standing <> 0
  ) x group by 1, 2, 3 having sum(standing) <> 0`

/** Since when the oldest open one of each of these units is open. Reads a few rows for each; null among the units: none. */
export const oldestOf = async (ctx: Ctx, units: readonly (string | null)[]): Promise<ReadonlyMap<string | null, string>> => {
  const { rows } = await sql<{ unit: string; day: string | null }>`
    with queued as materialized (
      select coalesce(t.unit, ${noUnit}::uuid) as unit, t.day, sum(t.standing) as standing from vulnerability_day t where t.org_id = ${ctx.org.id} and t.standing <> 0 group by 1, 2
    )
    select u.unit, least(
      (select t.day from vulnerability_daily t where t.org_id = ${ctx.org.id} and t.unit = u.unit and t.standing <> 0 group by t.day
        having sum(t.standing) + coalesce((select sum(q.standing) from queued q where q.unit = u.unit and q.day = t.day), 0) > 0 order by t.day limit 1),
      (select min(q.day) from (select q.day from queued q where q.unit = u.unit group by q.day having sum(q.standing) > 0) q)
    )::text as day
    from unnest(${units.map((unit) => unit ?? noUnit)}::uuid[]) u (unit)`.execute(ctx.tx)
  return new Map(rows.flatMap(({ unit, day }) => (day === null ? [] : [[unit === noUnit ? null : unit, day] as const])))
}

/** Whether what was mended is summed up from that Monday on; on a new Monday it is not yet. */
const recent = (ctx: Ctx, monday: string): RawBuilder<unknown> => sql`(select exists (select from vulnerability_recent_from f where f.org_id = ${ctx.org.id} and f.week = ${monday}::date))`

/** What was mended since a Monday, by severity and the days that it took: how much of it was reported as fixed, had a due date, and was mended by it. */
const mendedSince = (ctx: Ctx, monday: string) => sql`
  select severity, took as days, sum(n)::int as n, coalesce(sum(n) filter (where outcome = 'fixed'), 0)::int as fixed, coalesce(sum(n) filter (where in_time is not null), 0)::int as "withDue",
    coalesce(sum(n) filter (where in_time), 0)::int as "inTime"
  from (
    select t.severity, t.outcome, t.took, t.in_time, t.n from vulnerability_mended_recent t where ${sumsOfReach(ctx)} and ${recent(ctx, monday)}
    union all select t.severity, t.outcome, t.took, t.in_time, t.n from vulnerability_mended t where ${sumsOfReach(ctx)} and t.week >= ${monday}::date and not ${recent(ctx, monday)}
    union all select t.severity, t.outcome, t.took, t.in_time, t.closed from vulnerability_day t where ${ofReach(ctx)} and t.day >= ${monday}::date and t.outcome is not null
  ) x group by 1, 2 having sum(n) <> 0`

/** Active components by unit, and which of them a scan looked at since an instant. */
const coverageByUnit = (ctx: Ctx, since: Date) => sql`
  select t.unit, count(*)::int as assets, count(l.asset)::int as scanned, count(*) filter (where l.logged_in_at >= ${since})::int as "loggedIn",
    count(*) filter (where l.kept_out_at >= ${since} and (l.logged_in_at >= ${since}) is not true)::int as "notLoggedIn"
  from asset t left join asset_looked l on l.org_id = ${ctx.org.id} and l.asset = t.id and l.scanned_at >= ${since}
  where ${ofReach(ctx)} and t.archived_at is null and t.tier = 'component' and t.lifecycle is distinct from 'retired' group by 1`

interface Told {
  readonly open: readonly { readonly unit: string | null; readonly severity: string | null; readonly n: number; readonly overdue: number; readonly exploited: number }[]
  readonly aged: readonly { readonly age: (typeof ages)[number]; readonly severity: string | null; readonly priority: string | null; readonly n: number }[]
  readonly mended: readonly { readonly severity: string | null; readonly days: number; readonly n: number; readonly fixed: number; readonly withDue: number; readonly inTime: number }[]
  readonly covered: readonly { readonly unit: string | null; readonly assets: number; readonly scanned: number; readonly loggedIn: number; readonly notLoggedIn: number }[]
  /** Whether any report was taken in. */
  readonly begun: boolean
  /** The day of the first report, or from which days were noted. */
  readonly knownFrom: string | null
  /** How many targets nobody has said an asset for. */
  readonly unmatched: number
}

const lines = (of: RawBuilder<unknown>): RawBuilder<unknown> => sql`(select coalesce(json_agg(l), '[]') from (${of}) l)`

/** What an overview is made of. One statement, as each way to the database takes longer than most of these sums. */
export const sumsFor = async (ctx: Ctx, { today, monday, since }: { readonly today: string; readonly monday: string; readonly since: Date }): Promise<Told> => (await sql<Told>`
  select ${lines(openByUnit(ctx, today))} as open, ${lines(openByAge(ctx, today))} as aged, ${lines(mendedSince(ctx, monday))} as mended, ${lines(coverageByUnit(ctx, since))} as covered,
    ${knownFrom(ctx)} as "knownFrom",
    exists (select from vulnerability_scan n where n.org_id = ${ctx.org.id} and n.state = 'done') or exists (select from vulnerability_tally n where n.org_id = ${ctx.org.id}) as begun,
    (select count(*)::int from scan_target t where t.org_id = ${ctx.org.id} and t.state = 'unmatched' and t.archived_at is null) as unmatched`.execute(ctx.tx)).rows[0]!

/** Since when days are known, as `sumsFor` tells it. */
export const daysKnownFrom = async (ctx: Ctx): Promise<string | null> => (await sql<{ day: string | null }>`select ${knownFrom(ctx)} as day`.execute(ctx.tx)).rows[0]!.day

/** What was opened and closed by day and severity since a day, and under null what is open now. */
export const changesByDay = async (ctx: Ctx, from: string) => (await sql<{ day: string | null; severity: string | null; opened: number; closed: number; standing: number }>`
  select case when day >= ${from}::date then day::text end as day, severity, coalesce(sum(opened) filter (where day >= ${from}::date), 0)::int as opened,
    coalesce(sum(closed) filter (where day >= ${from}::date), 0)::int as closed, sum(standing)::int as standing
  from (
    select t.day, t.severity, t.opened, t.closed, t.standing from vulnerability_daily t where ${sumsOfReach(ctx)} and t.day >= ${from}::date
    union all select t.day, t.severity, 0, 0, t.standing from vulnerability_daily t where ${sumsOfReach(ctx)} and t.day < ${from}::date and t.standing <> 0
    union all select t.day, t.severity, t.opened, t.closed, t.standing from vulnerability_day t where ${ofReach(ctx)}
  ) x group by 1, 2`.execute(ctx.tx)).rows
