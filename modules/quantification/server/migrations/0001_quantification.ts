import { isolate, type MigrationStep } from '@heng/server-kit'

const record = `
  id uuid primary key,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  unique (org_id, id),
  unique (org_id, reference)`

const money = (name: string): string => `${name}_minor bigint,\n  ${name}_currency text,`

export const quantificationTables: MigrationStep = {
  id: '0001_quantification',
  sql: `
create table quantification (${record},
  title_en text not null collate "zh-x-icu",
  title_zh text not null collate "zh-x-icu",
  risk uuid not null,
  state text not null check (state in ('notSimulated', 'fresh', 'outdated')),
  ${money('current_loss')}
  ${money('value_at_risk')}
  ${money('inherent_loss')}
  ${money('planned_loss')}
  owner uuid,
  unit uuid,
  "group" text collate "zh-x-icu",
  currency text not null,
  rationale text,
  sources text,
  years integer not null,
  seed integer not null,
  simulated_at timestamptz,
  engine_version text,
  inputs_hash text not null,
  model jsonb not null,
  evidence jsonb,
  results jsonb,
  foreign key (org_id, risk) references risk (org_id, id),
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id)
);
-- One for each risk; archived ones are kept aside.
create unique index quantification_risk on quantification (org_id, risk) where archived_at is null;
create index quantification_current on quantification (org_id, current_loss_minor, id);
create index quantification_var on quantification (org_id, value_at_risk_minor, id);
create index quantification_unit on quantification (org_id, unit);
create index quantification_owner on quantification (org_id, owner);
${isolate('quantification')}

create table quantification_expert (
  org_id uuid not null references organisation,
  quantification uuid not null,
  person uuid not null,
  primary key (org_id, quantification, person),
  foreign key (org_id, quantification) references quantification (org_id, id),
  foreign key (org_id, person) references person (org_id, id)
);
create index quantification_expert_reverse on quantification_expert (org_id, person);
${isolate('quantification_expert')}

-- What an expert says now; what was said before is in the history.
create table loss_opinion (
  id uuid primary key,
  org_id uuid not null references organisation,
  quantification uuid not null,
  person uuid not null,
  question text not null check (question in ('frequency', 'magnitude', 'secondary')),
  p5 double precision not null,
  p50 double precision,
  p95 double precision not null,
  rationale text,
  given_at timestamptz not null,
  recorded_by uuid,
  unique (org_id, quantification, person, question),
  foreign key (org_id, quantification) references quantification (org_id, id),
  foreign key (org_id, person) references person (org_id, id),
  foreign key (org_id, recorded_by) references person (org_id, id)
);
${isolate('loss_opinion')}

-- How a person's 90 % intervals held: written once, never changed.
create table calibration_training (
  id uuid primary key,
  org_id uuid not null references organisation,
  person uuid not null,
  taken_at timestamptz not null,
  asked integer not null,
  hit integer not null,
  share double precision not null,
  low double precision not null,
  high double precision not null,
  widen double precision,
  score double precision not null,
  answers jsonb not null,
  foreign key (org_id, person) references person (org_id, id)
);
create index calibration_training_person on calibration_training (org_id, person, taken_at desc);
${isolate('calibration_training', 'select, insert')}

create table loss_run (${record},
  name text not null collate "zh-x-icu",
  state text not null check (state in ('waiting', 'done', 'cancelled', 'failed')),
  risk_count integer,
  ${money('current_loss')}
  ${money('value_at_risk')}
  ${money('inherent_loss')}
  ${money('planned_loss')}
  unit uuid,
  started_by uuid,
  started_at timestamptz,
  years integer not null,
  seed integer not null,
  coefficient double precision not null,
  engine_version text not null,
  frozen_hash text not null,
  job text,
  note text,
  frozen jsonb not null,
  results jsonb,
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, started_by) references person (org_id, id)
);
create index loss_run_started on loss_run (org_id, started_at, id);
${isolate('loss_run')}
`,
}
