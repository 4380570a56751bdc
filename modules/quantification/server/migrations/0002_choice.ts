import { isolate, type MigrationStep } from '@heng/server-kit'

export const choiceTables: MigrationStep = {
  id: '0002_choice',
  sql: `
create table measure_choice (
  id uuid primary key,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  unique (org_id, id),
  unique (org_id, reference),
  name text not null collate "zh-x-icu",
  state text not null check (state in ('waiting', 'done', 'cancelled', 'failed')),
  aim text not null check (aim in ('mean', 'tail')),
  cost_minor bigint,
  cost_currency text,
  loss_before_minor bigint,
  loss_before_currency text,
  loss_after_minor bigint,
  loss_after_currency text,
  measure_count integer,
  gap double precision,
  run uuid not null,
  plan uuid,
  started_by uuid,
  started_at timestamptz,
  job text,
  frozen_hash text not null,
  frozen jsonb not null,
  results jsonb,
  foreign key (org_id, run) references loss_run (org_id, id),
  foreign key (org_id, plan) references treatment_plan (org_id, id),
  foreign key (org_id, started_by) references person (org_id, id)
);
create index measure_choice_started on measure_choice (org_id, started_at, id);
${isolate('measure_choice')}
`,
}
