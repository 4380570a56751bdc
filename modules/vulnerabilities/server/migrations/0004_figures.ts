import { isolate, type MigrationStep } from '@heng/server-kit'

const open = (row: string): string => `${row}.archived_at is null and ${row}.state in ('open', 'confirmed', 'inProgress')`
const zone = '(select timezone from public.organisation o where o.id = x.org_id)'
const key = 'org_id, day, unit, severity, priority, outcome, took, in_time'
const sums = 'sum(opened) as opened, sum(closed) as closed, sum(standing) as standing'
const begun = (row: string, sign: '1' | '-1', standing: string = sign): string =>
  `select ${row}.org_id, ${row}.opened_on as day, ${row}.unit, ${row}.severity, ${row}.priority, null::text as outcome, null::integer as took, null::boolean as in_time, ${sign} as opened, 0 as closed, ${standing} as standing`
const mended = `x.state in ('fixed', 'verified') and x.archived_at is null`
/** The end of what had been open since `opened_on`, with what is closed as `x` and its last day. */
const ended = `select x.org_id, x.day, x.unit, x.severity, x.priority, case when ${mended} then x.state end, case when ${mended} then x.day - x.opened_on end, case when ${mended} then x.day <= x.due_on end, 0, 1, 0`
const note = (rows: string): string => `insert into public.vulnerability_day (${key}, opened, closed, standing)
    select ${key}, ${sums} from (${rows}) r group by ${key} having sum(opened) <> 0 or sum(closed) <> 0 or sum(standing) <> 0;`

/**
 * What was opened and closed on each day, and how much of what was opened on a day is still open: from these every figure over time is added up without a look at the
 * vulnerabilities. Each statement only adds what it changed; days that have many rows are folded now and then. What is open counts for the unit, severity and priority
 * that it has, what is closed for those that it had at last.
 */
export const figureTables: MigrationStep = {
  id: '0004_figures',
  sql: `
-- The day from which it has been open, by the organisation's calendar: first seen, or opened again; stays where it is closed.
alter table vulnerability add column opened_on date;

create table vulnerability_day (
  org_id uuid not null references organisation,
  id bigint not null generated always as identity,
  day date not null,
  unit uuid,
  severity text,
  priority text,
  -- Of what was mended: reported as fixed, or verified by a scan; how many days it took; whether within its time, null where it had none.
  outcome text,
  took integer,
  in_time boolean,
  opened integer not null,
  closed integer not null,
  standing integer not null,
  folded boolean not null default false,
  primary key (org_id, id)
);
create index vulnerability_day_of on vulnerability_day (org_id, day) include (unit, severity, priority, outcome, took, in_time, opened, closed, standing);
create index vulnerability_day_standing on vulnerability_day (org_id, day) include (unit, severity, priority, standing) where standing <> 0;
create index vulnerability_day_loose on vulnerability_day (org_id, day) where not folded;
${isolate('vulnerability_day')}

-- What stands: of what came back only the last time is known by its row.
update vulnerability x set opened_on = case when x.reopened > 0 and ${open('x')} and x.state = 'open' then (x.state_since at time zone ${zone})::date
  else least(coalesce((x.priority_reason->>'from')::date, (x.first_seen at time zone ${zone})::date), (x.state_since at time zone ${zone})::date) end
  where ${open('x')} or x.state in ('fixed', 'verified');
${note(`${begun('x', '1', `case when ${open('x')} then 1 else 0 end`)} from vulnerability x where x.opened_on is not null
  union all ${ended} from (select *, greatest(opened_on, (coalesce(archived_at, state_since) at time zone ${zone.replace('x.', 'v.')})::date) as day from vulnerability v where opened_on is not null) x where not (${open('x')})`)}

create function vulnerability_opens() returns trigger language plpgsql as $$
begin
  new.opened_on := (case when tg_op = 'INSERT' then new.first_seen else new.state_since end at time zone (select timezone from public.organisation o where o.id = new.org_id))::date;
  return new;
end $$;
create trigger vulnerability_opens_on_insert before insert on vulnerability for each row when (${open('new')}) execute function vulnerability_opens();
create trigger vulnerability_opens_on_update before update on vulnerability for each row when (${open('new')} and not (${open('old')})) execute function vulnerability_opens();

create function vulnerability_noted() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    ${note(`${begun('x', '1')} from fresh x where ${open('x')}`)}
  elsif tg_op = 'DELETE' then
    ${note(`${begun('x', '-1')} from gone x where ${open('x')}`)}
  else
    ${note(`with moved as (
        select o as was, n as now_, ${open('o')} as before, ${open('n')} as after from gone o join fresh n on n.org_id = o.org_id and n.id = o.id
        where (${open('o')}) <> (${open('n')}) or ((${open('o')}) and (o.unit, o.severity, o.priority, o.opened_on) is distinct from (n.unit, n.severity, n.priority, n.opened_on))
      )
      ${begun('x', '-1')} from (select (was).* from moved where before) x
      union all ${begun('x', '1')} from (select (now_).* from moved where after) x
      union all ${begun('x', '1', '0')} from (select (now_).* from moved where not after) x
      union all ${ended} from (
        select (now_).org_id, (now_).unit, (now_).severity, (now_).priority, (now_).state, (now_).archived_at, (now_).opened_on, (was).due_on,
          greatest((now_).opened_on, (coalesce((now_).archived_at, (now_).state_since) at time zone (select timezone from public.organisation o where o.id = (now_).org_id))::date) as day
        from moved where not after
      ) x`)}
  end if;
  return null;
end $$;
create trigger vulnerability_noted_on_insert after insert on vulnerability referencing new table as fresh for each statement execute function vulnerability_noted();
create trigger vulnerability_noted_on_update after update on vulnerability referencing old table as gone new table as fresh for each statement execute function vulnerability_noted();
create trigger vulnerability_noted_on_delete after delete on vulnerability referencing old table as gone for each statement execute function vulnerability_noted();
`,
}
