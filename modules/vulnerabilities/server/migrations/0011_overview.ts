import { isolate, type MigrationStep } from '@heng/server-kit'

const ofAssets = (which: string): string => `(org_id, asset, scanned_at, logged_in_at, kept_out_at)
  select t.org_id, t.asset, max(k.scanned_at), max(k.logged_in_at), max(k.kept_out_at) from public.scan_target t join public.scan_target_looked k on k.org_id = t.org_id and k.target = t.id
  where t.state = 'matched' and t.archived_at is null and ${which} group by 1, 2`
const later = (what: string): string => `on conflict (org_id, ${what}) do update set scanned_at = greatest(l.scanned_at, excluded.scanned_at),
  logged_in_at = greatest(l.logged_in_at, excluded.logged_in_at), kept_out_at = greatest(l.kept_out_at, excluded.kept_out_at)`

/**
 * Sums of what `vulnerability_day` and `vulnerability_tally` note, each by no more than its figures are asked for by, so that an overview of a million vulnerabilities
 * reads some thousand rows. The notes stay a queue: what is in it is added to the sums by whoever reads, and now and then for good. What there is when this is applied
 * is added by the next hourly fold.
 */
export const overviewTables: MigrationStep = {
  id: '0011_overview',
  sql: `
-- The unit is null for the whole organisation, and the nil UUID for what belongs to no unit.
create table vulnerability_daily (
  org_id uuid not null references organisation,
  unit uuid,
  day date not null,
  severity text,
  priority text,
  opened integer not null,
  closed integer not null,
  standing integer not null
);
create unique index vulnerability_daily_of on vulnerability_daily (org_id, unit, day, severity, priority) include (opened, closed, standing) nulls not distinct;
create index vulnerability_daily_standing on vulnerability_daily (org_id, unit, day) include (severity, priority, standing) where standing <> 0;
${isolate('vulnerability_daily')}

-- How long what was mended had taken, by the week, under its Monday.
create table vulnerability_mended (
  org_id uuid not null references organisation,
  unit uuid,
  week date not null,
  severity text,
  outcome text not null,
  took integer not null,
  in_time boolean,
  n integer not null
);
create unique index vulnerability_mended_of on vulnerability_mended (org_id, unit, week, severity, outcome, took, in_time) include (n) nulls not distinct;
${isolate('vulnerability_mended')}

-- The same without weeks, of the weeks that the overview tells of: from the Monday in vulnerability_recent_from on.
create table vulnerability_mended_recent (
  org_id uuid not null references organisation,
  unit uuid,
  severity text,
  outcome text not null,
  took integer not null,
  in_time boolean,
  n integer not null
);
create unique index vulnerability_mended_recent_of on vulnerability_mended_recent (org_id, unit, severity, outcome, took, in_time) include (n) nulls not distinct;
${isolate('vulnerability_mended_recent')}
create table vulnerability_recent_from (
  org_id uuid primary key references organisation,
  week date not null
);
${isolate('vulnerability_recent_from')}

-- Here the unit is null where there is none.
create table vulnerability_standing (
  org_id uuid not null references organisation,
  unit uuid,
  severity text,
  exploited boolean not null,
  n integer not null
);
create unique index vulnerability_standing_of on vulnerability_standing (org_id, unit, severity, exploited) include (n) nulls not distinct;
${isolate('vulnerability_standing')}
-- Days long past are one: -infinity.
create table vulnerability_due_sum (
  org_id uuid not null references organisation,
  due_on date not null,
  unit uuid,
  n integer not null
);
create unique index vulnerability_due_sum_of on vulnerability_due_sum (org_id, due_on, unit) include (n) nulls not distinct;
${isolate('vulnerability_due_sum')}
alter table vulnerability_tally add column counted boolean not null default false;
create index vulnerability_tally_loose on vulnerability_tally (org_id) include (unit, severity, exploited, due_on, n) where not counted;

-- What stood before days were noted is known by its last state only.
create table vulnerability_days_from (
  org_id uuid primary key references organisation,
  day date not null
);
${isolate('vulnerability_days_from', 'select')}
insert into vulnerability_days_from (org_id, day)
  select o.id, (m.applied_at at time zone o.timezone)::date from organisation o join heng_migration m on m.module = 'vulnerabilities' and m.id = '0004_figures'
  where exists (select from vulnerability v where v.org_id = o.id and v.created_at < m.applied_at);

-- When a scan last looked at a target, and could or could not log in; and at an asset, by whatever target it was.
create table scan_target_looked (
  org_id uuid not null,
  target uuid not null,
  scanned_at timestamptz not null,
  logged_in_at timestamptz,
  kept_out_at timestamptz,
  primary key (org_id, target),
  foreign key (org_id, target) references scan_target (org_id, id)
);
${isolate('scan_target_looked', 'select, insert, update')}
create table asset_looked (
  org_id uuid not null,
  asset uuid not null,
  scanned_at timestamptz not null,
  logged_in_at timestamptz,
  kept_out_at timestamptz,
  primary key (org_id, asset) include (scanned_at, logged_in_at, kept_out_at),
  foreign key (org_id, asset) references asset (org_id, id)
);
${isolate('asset_looked')}
insert into scan_target_looked (org_id, target, scanned_at, logged_in_at, kept_out_at)
  select c.org_id, c.target, max(n.scanned_at), max(n.scanned_at) filter (where c.credentialed), max(n.scanned_at) filter (where not c.credentialed)
  from vulnerability_scan n join vulnerability_scan_target c on c.org_id = n.org_id and c.scan = n.id where n.state = 'done' and n.scanned_at is not null group by 1, 2;
insert into asset_looked ${ofAssets('true')};

create function vulnerability_scan_looked() returns trigger language plpgsql as $$
begin
  insert into public.scan_target_looked as l (org_id, target, scanned_at, logged_in_at, kept_out_at)
    select c.org_id, c.target, new.scanned_at, case when c.credentialed then new.scanned_at end, case when not c.credentialed then new.scanned_at end
    from public.vulnerability_scan_target c where c.org_id = new.org_id and c.scan = new.id ${later('target')};
  insert into public.asset_looked as l ${ofAssets('t.id in (select c.target from public.vulnerability_scan_target c where c.org_id = new.org_id and c.scan = new.id) and t.org_id = new.org_id')} ${later('asset')};
  return null;
end $$;
create trigger vulnerability_scan_looked after update on vulnerability_scan for each row
  when (new.state = 'done' and old.state <> 'done' and new.scanned_at is not null) execute function vulnerability_scan_looked();

create function scan_target_assigned() returns trigger language plpgsql as $$
declare
  moved uuid[];
  org uuid;
begin
  select array_agg(a.asset), (array_agg(n.org_id))[1] into moved, org from gone o join fresh n on n.org_id = o.org_id and n.id = o.id
    cross join lateral (values (o.asset), (n.asset)) a (asset)
    where a.asset is not null and (o.asset is distinct from n.asset or (o.archived_at is null) <> (n.archived_at is null));
  if moved is null then return null; end if;
  delete from public.asset_looked where org_id = org and asset = any(moved);
  insert into public.asset_looked as l ${ofAssets('t.org_id = org and t.asset = any(moved)')} ${later('asset')};
  return null;
end $$;
create trigger scan_target_assigned after update on scan_target referencing old table as gone new table as fresh for each statement execute function scan_target_assigned();

drop index vulnerability_day_of, vulnerability_day_standing, vulnerability_day_loose;
alter table vulnerability_day drop column folded;
`,
}
