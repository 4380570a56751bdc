import { isolate, type MigrationStep } from '@heng/server-kit'
import { recordColumns as record } from './record.ts'

export const riskTables: MigrationStep = {
  id: '0001_risks',
  sql: `
-- Every definition that a figure was ever computed by, under its hash: old figures can be told step by step for ever.
create table risk_method (
  org_id uuid not null references organisation,
  hash text not null,
  definition jsonb not null,
  primary key (org_id, hash)
);
${isolate('risk_method', 'select, insert')}

create table risk_criteria (${record},
  name text not null collate "zh-x-icu",
  state text not null check (state in ('draft', 'inReview', 'approved', 'superseded')),
  method text not null,
  approved_at timestamptz,
  appetite text,
  performing text,
  definition jsonb not null,
  scales jsonb not null,
  acceptance jsonb not null,
  definition_hash text not null,
  frozen_hash text
);
-- Only one version is in force.
create unique index risk_criteria_in_force on risk_criteria (org_id) where state = 'approved';
${isolate('risk_criteria')}

create table risk (${record},
  title text not null collate "zh-x-icu",
  current_level smallint,
  residual_level smallint,
  inherent_level smallint,
  asset uuid,
  threat text,
  threat_text text collate "zh-x-icu",
  vulnerability text,
  vulnerability_text text collate "zh-x-icu",
  properties text[] not null default '{}',
  consequence text,
  owner uuid,
  unit uuid,
  option text,
  acceptance text not null default 'none',
  accepted_until date,
  accepted_level smallint,
  review_due date,
  status text not null default 'open',
  status_reason text,
  merged_into uuid,
  source text,
  last_assessed_at timestamptz,
  asset_value smallint,
  inherent_likelihood smallint,
  inherent_impact smallint,
  current_likelihood smallint,
  current_impact smallint,
  residual_likelihood smallint,
  residual_impact smallint,
  inherent jsonb,
  current jsonb,
  criteria uuid,
  method text,
  definition_hash text,
  foreign key (org_id, asset) references asset (org_id, id),
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, merged_into) references risk (org_id, id),
  foreign key (org_id, criteria) references risk_criteria (org_id, id),
  foreign key (org_id, definition_hash) references risk_method (org_id, hash)
) with (fillfactor = 85);
create index risk_title on risk (org_id, title, id);
create index risk_asset on risk (org_id, asset);
create index risk_owner on risk (org_id, owner);
create index risk_unit on risk (org_id, unit, id);
create index risk_review on risk (org_id, review_due, id);
create index risk_current on risk (org_id, current_level, id);
create index risk_residual on risk (org_id, residual_level, id);
create index risk_threat on risk (org_id, threat, vulnerability);
-- Everything that heat maps and counts ask of open risks, so that they need not read the wide rows.
create index risk_figures on risk (org_id) include (unit, definition_hash, inherent_level, inherent_likelihood, inherent_impact,
  current_level, current_likelihood, current_impact, residual_level, residual_likelihood, residual_impact)
  where archived_at is null and status = 'open';
${isolate('risk')}

create table risk_further_asset (
  org_id uuid not null references organisation,
  risk uuid not null,
  asset uuid not null,
  primary key (org_id, risk, asset),
  foreign key (org_id, risk) references risk (org_id, id),
  foreign key (org_id, asset) references asset (org_id, id)
);
create index risk_further_asset_reverse on risk_further_asset (org_id, asset, risk);
${isolate('risk_further_asset')}

create table risk_scenario (${record},
  title text not null collate "zh-x-icu",
  asset uuid not null,
  threat text not null,
  vulnerability text not null,
  unit uuid,
  owner uuid,
  status text not null default 'proposed',
  reason text,
  risk uuid,
  decided_by uuid,
  decided_at timestamptz,
  -- The same weakness of the same asset under the same threat is proposed once, whatever becomes of it.
  unique (org_id, asset, vulnerability, threat),
  foreign key (org_id, asset) references asset (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, risk) references risk (org_id, id),
  foreign key (org_id, decided_by) references person (org_id, id)
);
create index risk_scenario_open on risk_scenario (org_id, status, id);
create index risk_scenario_threat on risk_scenario (org_id, status, threat, vulnerability);
create index risk_scenario_unit on risk_scenario (org_id, status, unit);
create index risk_scenario_risk on risk_scenario (org_id, risk) where risk is not null;
${isolate('risk_scenario')}

create table treatment_measure (${record},
  title text not null collate "zh-x-icu",
  state text not null,
  progress integer,
  owner uuid,
  unit uuid,
  due date,
  cost_minor bigint,
  cost_currency text,
  control uuid,
  effects jsonb,
  description text,
  done_at timestamptz,
  verified_at timestamptz,
  verified_by uuid,
  outcome text,
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, verified_by) references person (org_id, id)
);
create index treatment_measure_due on treatment_measure (org_id, due, id);
create index treatment_measure_owner on treatment_measure (org_id, owner);
${isolate('treatment_measure')}

create table measure_risk (
  org_id uuid not null references organisation,
  measure uuid not null,
  risk uuid not null,
  primary key (org_id, measure, risk),
  foreign key (org_id, measure) references treatment_measure (org_id, id),
  foreign key (org_id, risk) references risk (org_id, id)
);
create index measure_risk_reverse on measure_risk (org_id, risk, measure);
${isolate('measure_risk')}

create table treatment_plan (${record},
  name text not null collate "zh-x-icu",
  state text not null,
  owner uuid,
  summary text,
  approved_at timestamptz,
  frozen_hash text,
  frozen jsonb,
  foreign key (org_id, owner) references person (org_id, id)
);
${isolate('treatment_plan')}

create table plan_risk (
  org_id uuid not null references organisation,
  plan uuid not null,
  risk uuid not null,
  primary key (org_id, plan, risk),
  foreign key (org_id, plan) references treatment_plan (org_id, id),
  foreign key (org_id, risk) references risk (org_id, id)
);
create index plan_risk_reverse on plan_risk (org_id, risk, plan);
${isolate('plan_risk')}

create table risk_acceptance (${record},
  title text not null collate "zh-x-icu",
  risk uuid not null,
  state text not null,
  level smallint,
  owner uuid,
  unit uuid,
  plan uuid,
  authority text,
  valid_until date,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  countersigned_by uuid,
  countersigned_at timestamptz,
  countersign_reason text,
  frozen jsonb,
  frozen_hash text,
  foreign key (org_id, risk) references risk (org_id, id),
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, plan) references treatment_plan (org_id, id),
  foreign key (org_id, decided_by) references person (org_id, id),
  foreign key (org_id, countersigned_by) references person (org_id, id)
);
create unique index risk_acceptance_asked on risk_acceptance (org_id, risk) where state in ('requested', 'escalated');
create unique index risk_acceptance_held on risk_acceptance (org_id, risk) where state = 'accepted';
create index risk_acceptance_risk on risk_acceptance (org_id, risk);
create index risk_acceptance_end on risk_acceptance (valid_until) where state = 'accepted';
${isolate('risk_acceptance')}

create table risk_assessment (${record},
  name text not null collate "zh-x-icu",
  state text not null,
  lead uuid,
  period_start date,
  period_end date,
  purpose text,
  conclusion text,
  concluded_at timestamptz,
  criteria uuid,
  risk_count integer,
  foreign key (org_id, lead) references person (org_id, id),
  foreign key (org_id, criteria) references risk_criteria (org_id, id)
);
${isolate('risk_assessment')}

create table assessment_unit (
  org_id uuid not null references organisation,
  assessment uuid not null,
  unit uuid not null,
  primary key (org_id, assessment, unit),
  foreign key (org_id, assessment) references risk_assessment (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id)
);
${isolate('assessment_unit')}

-- What a round found, word for word: written once, never changed.
create table risk_snapshot (
  org_id uuid not null references organisation,
  assessment uuid not null,
  risk uuid not null,
  reference text not null,
  title text not null,
  status text not null,
  asset uuid,
  asset_value smallint,
  threat text,
  vulnerability text,
  unit uuid,
  owner uuid,
  option text,
  acceptance text,
  inherent jsonb,
  current jsonb,
  inherent_level smallint,
  inherent_likelihood smallint,
  inherent_impact smallint,
  current_level smallint,
  current_likelihood smallint,
  current_impact smallint,
  residual_level smallint,
  residual_likelihood smallint,
  residual_impact smallint,
  method text,
  definition_hash text,
  primary key (org_id, assessment, risk),
  foreign key (org_id, assessment) references risk_assessment (org_id, id),
  foreign key (org_id, risk) references risk (org_id, id)
);
create index risk_snapshot_level on risk_snapshot (org_id, assessment, current_level);
${isolate('risk_snapshot', 'select, insert')}
`,
}
