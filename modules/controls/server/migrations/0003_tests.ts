import { isolate, type MigrationStep } from '@heng/server-kit'

const recordColumns = `
  id uuid primary key,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  unique (org_id, id),
  unique (org_id, reference)`

/** Test procedures with their schedule, and what they found. A concluded result has its conclusion, its day and its hash, whoever writes it. */
export const testTables: MigrationStep = {
  id: '0003_tests',
  sql: `
create table control_test (${recordColumns},
  name text not null collate "zh-x-icu",
  control uuid not null,
  kind text not null,
  state text not null,
  tester uuid,
  independence text,
  unit uuid,
  schedule text,
  starts_on date not null,
  grace_days integer,
  procedure text,
  evidence text,
  population text,
  confidence integer,
  tolerable_rate double precision,
  sample_size integer,
  next_due date,
  last_conclusion text,
  last_performed_on date,
  last_result uuid,
  foreign key (org_id, control) references control (org_id, id),
  foreign key (org_id, tester) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id)
);
create index control_test_control on control_test (org_id, control);
create index control_test_due on control_test (org_id, next_due, id) where archived_at is null;
create index control_test_tester on control_test (org_id, tester);
create index control_test_unit on control_test (org_id, unit);
create index control_test_name on control_test (org_id, name, id);
${isolate('control_test')}

create table test_result (${recordColumns},
  name text not null collate "zh-x-icu",
  test uuid not null,
  control uuid not null,
  state text not null,
  conclusion text,
  period_from date,
  period_to date,
  performed_on date,
  performed_by uuid,
  unit uuid,
  population_size integer,
  population_hash text,
  seed text,
  items jsonb,
  examined integer,
  deviations integer,
  rate double precision,
  upper_limit double precision,
  confidence double precision,
  tolerable_rate double precision,
  proposal text,
  rationale text,
  concluded_by uuid,
  concluded_at timestamptz,
  independent boolean,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review_note text,
  replaces uuid,
  replacement_reason text,
  frozen jsonb,
  frozen_hash text,
  foreign key (org_id, test) references control_test (org_id, id),
  foreign key (org_id, control) references control (org_id, id),
  foreign key (org_id, performed_by) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, concluded_by) references person (org_id, id),
  foreign key (org_id, reviewed_by) references person (org_id, id),
  foreign key (org_id, replaces) references test_result (org_id, id),
  check (deviations <= examined),
  check (state = 'draft' or (conclusion is not null and performed_on is not null and frozen_hash is not null))
);
create index test_result_test on test_result (org_id, test, performed_on desc);
create index test_result_control on test_result (org_id, control);
create index test_result_state on test_result (org_id, state, id) where archived_at is null;
create index test_result_performed on test_result (org_id, performed_on, id) where archived_at is null;
create index test_result_unit on test_result (org_id, unit);
create index test_result_performer on test_result (org_id, performed_by);
create unique index test_result_replaces on test_result (org_id, replaces) where replaces is not null and archived_at is null;
${isolate('test_result')}
alter table control_test add foreign key (org_id, last_result) references test_result (org_id, id);
`,
}
