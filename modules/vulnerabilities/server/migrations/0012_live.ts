import { isolate, type MigrationStep } from '@heng/server-kit'

/** Scanners that the server runs itself, and where the organisation lets them look. */
export const liveTables: MigrationStep = {
  id: '0012_live',
  sql: `
create table live_check (
  id uuid not null,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  name text not null collate "zh-x-icu",
  program text not null,
  state text not null,
  next_due date,
  targets text,
  depth text,
  ports text,
  skip_discovery boolean,
  content text,
  profile text,
  coverage text not null,
  schedule text,
  starts_on date,
  last_run_on date,
  last_run uuid,
  last_problem_en text,
  last_problem_zh text,
  job uuid,
  primary key (org_id, id),
  unique (org_id, reference),
  foreign key (org_id, last_run) references vulnerability_scan (org_id, id)
);
create index live_check_list on live_check (org_id, id) include (program, state, next_due, coverage) where archived_at is null;
create index live_check_due on live_check (next_due) where archived_at is null and state = 'active';
${isolate('live_check')}

create table live_check_range (
  org_id uuid primary key references organisation,
  ranges text[] not null,
  reason text not null,
  version integer not null,
  changed_by uuid,
  changed_at timestamptz not null,
  foreign key (org_id, changed_by) references person (org_id, id)
);
${isolate('live_check_range', 'select, insert, update')}
`,
}
