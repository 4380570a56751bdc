/** What belongs to no unit has sums of its own under this. */
export const noUnit = '00000000-0000-0000-0000-000000000000'

const dayKey = 'org_id, unit, day, severity, priority'
const mendedKey = 'org_id, unit, week, severity, outcome, took, in_time'
const recentKey = 'org_id, unit, severity, outcome, took, in_time'
const openKey = 'org_id, unit, severity, exploited'

/** SQL that adds the noted changes of days to their sums: of the whole organisation, and of each unit. */
export const dayQueue = (which: string): string => `
with taken as (delete from vulnerability_day where ${which} returning *),
placed as (
  select t.*, p.place from taken t cross join lateral (values (null::uuid), (coalesce(t.unit, '${noUnit}'))) p (place)
),
days as (
  insert into vulnerability_daily as d (${dayKey}, opened, closed, standing)
  select org_id, place, day, severity, priority, sum(opened), sum(closed), sum(standing) from placed group by 1, 2, 3, 4, 5 having sum(opened) <> 0 or sum(closed) <> 0 or sum(standing) <> 0
  on conflict (${dayKey}) do update set opened = d.opened + excluded.opened, closed = d.closed + excluded.closed, standing = d.standing + excluded.standing
),
recent as (
  insert into vulnerability_mended_recent as m (${recentKey}, n)
  select p.org_id, place, severity, outcome, took, in_time, sum(closed) from placed p join vulnerability_recent_from f on f.org_id = p.org_id and p.day >= f.week
  where outcome is not null group by 1, 2, 3, 4, 5, 6 having sum(closed) <> 0
  on conflict (${recentKey}) do update set n = m.n + excluded.n
)
insert into vulnerability_mended as m (${mendedKey}, n)
select org_id, place, date_trunc('week', day)::date, severity, outcome, took, in_time, sum(closed) from placed where outcome is not null group by 1, 2, 3, 4, 5, 6, 7 having sum(closed) <> 0
on conflict (${mendedKey}) do update set n = m.n + excluded.n`

/** SQL that sums up anew what was mended since a Monday, after `dayQueue`. */
export const recentFrom = (org: string, monday: string): readonly string[] => [
  `delete from vulnerability_mended_recent where org_id = '${org}'`,
  `insert into vulnerability_mended_recent (${recentKey}, n) select ${recentKey}, sum(n) from vulnerability_mended where org_id = '${org}' and week >= date '${monday}' group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0`,
  `insert into vulnerability_recent_from (org_id, week) values ('${org}', date '${monday}') on conflict (org_id) do update set week = excluded.week`,
]

/**
 * SQL that adds what is open, as counted since, to its sums. `past` is a day before which, wherever the organisation is, everything is overdue: those days become one.
 */
export const openQueue = (which: string, past: string): string => `
with taken as (delete from vulnerability_tally where ${which} returning *),
kept as (insert into vulnerability_tally (org_id, unit, owner, severity, exploited, due_on, n, counted)
  select org_id, unit, owner, severity, exploited, due_on, sum(n), true from taken group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0),
passed as (delete from vulnerability_due_sum where ${which} and due_on < ${past} and due_on > '-infinity' returning *),
due as (
  insert into vulnerability_due_sum as d (org_id, due_on, unit, n)
  select org_id, case when due_on < ${past} then '-infinity' else due_on end, unit, sum(n)
  from (select org_id, due_on, unit, n from taken where not counted and due_on is not null union all select org_id, due_on, unit, n from passed) x group by 1, 2, 3 having sum(n) <> 0
  on conflict (org_id, due_on, unit) do update set n = d.n + excluded.n
)
insert into vulnerability_standing as s (${openKey}, n)
select ${openKey}, sum(n) from taken where not counted group by 1, 2, 3, 4 having sum(n) <> 0
on conflict (${openKey}) do update set n = s.n + excluded.n`
