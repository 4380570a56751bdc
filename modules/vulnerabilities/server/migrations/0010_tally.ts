import { isolate, type MigrationStep } from '@heng/server-kit'

const key = 'org_id, unit, owner, severity, exploited, due_on'
const open = `archived_at is null and state in ('open', 'confirmed', 'inProgress')`
const of = (table: string, n: string): string => `select org_id, unit, owner, severity, coalesce(exploited, false) as exploited, due_on, ${n} as n from ${table} where ${open}`

/**
 * Open vulnerabilities counted by what their figures are asked for by, because a million index entries take longer to count than a page may. Each statement only
 * adds what it changed, so that nobody waits for a count; what adds up to one row is folded now and then.
 */
export const vulnerabilityTally: MigrationStep = {
  id: '0010_tally',
  sql: `
create table vulnerability_tally (
  org_id uuid not null,
  id bigint not null generated always as identity,
  unit uuid,
  owner uuid,
  severity text,
  exploited boolean not null,
  due_on date,
  n integer not null,
  primary key (org_id, id)
);
${isolate('vulnerability_tally', 'select, insert, delete')}

create function vulnerability_counted() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into public.vulnerability_tally (${key}, n) select ${key}, sum(n) from (${of('fresh', '1')}) x group by ${key};
  elsif tg_op = 'DELETE' then
    insert into public.vulnerability_tally (${key}, n) select ${key}, sum(n) from (${of('gone', '-1')}) x group by ${key};
  else
    insert into public.vulnerability_tally (${key}, n) select ${key}, sum(n) from (${of('fresh', '1')} union all ${of('gone', '-1')}) x group by ${key} having sum(n) <> 0;
  end if;
  return null;
end $$;
create trigger vulnerability_counted_on_insert after insert on vulnerability referencing new table as fresh for each statement execute function vulnerability_counted();
create trigger vulnerability_counted_on_update after update on vulnerability referencing old table as gone new table as fresh for each statement execute function vulnerability_counted();
create trigger vulnerability_counted_on_delete after delete on vulnerability referencing old table as gone for each statement execute function vulnerability_counted();
insert into vulnerability_tally (${key}, n) select ${key}, count(*) from (${of('vulnerability', '1')}) x group by ${key};

create index scan_target_unmatched on scan_target (org_id) where state = 'unmatched' and archived_at is null;
`,
}
