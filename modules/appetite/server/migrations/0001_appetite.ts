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

const standing = "text check (#col# in ('breach', 'watch', 'within', 'notAssessed'))"
const standings = ['standing', 'level_standing', 'planned_standing', 'expected_standing', 'extreme_standing'].map((col) => `  ${col} ${standing.replace('#col#', col)},`).join('\n')

export const appetiteTables: MigrationStep = {
  id: '0001_appetite',
  sql: `
create table risk_appetite (${record},
  name text not null collate "zh-x-icu",
  state text not null check (state in ('draft', 'inReview', 'approved', 'superseded')),
  approved_at timestamptz,
  review_due date,
  words text,
  percentile double precision not null,
  currency text not null,
  lines jsonb not null,
  together jsonb not null,
  policy jsonb not null,
  frozen_hash text
);
-- Only one statement is in force.
create unique index risk_appetite_in_force on risk_appetite (org_id) where state = 'approved';
${isolate('risk_appetite')}

-- Where each open risk stands; follows from the risk, its assets and the statement, and can be computed anew at any time.
create table appetite_position (
  id uuid not null,
  org_id uuid not null,
  reference text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  title_en text not null collate "zh-x-icu",
  title_zh text not null collate "zh-x-icu",
  risk uuid not null,
${standings}
  current_level smallint,
  residual_level smallint,
  expected_loss_minor bigint,
  expected_loss_currency text,
  extreme_loss_minor bigint,
  extreme_loss_currency text,
  beyond text[] not null default '{}',
  level_line text,
  expected_line text,
  extreme_line text,
  owner uuid,
  unit uuid,
  asset_type text,
  -- What the row was made of: an equal text says that nothing needs writing.
  told text not null,
  since timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, id) references risk (org_id, id)
);
-- What the dashboard counts and the list sorts by, so that neither reads the wide rows.
create index appetite_position_list on appetite_position (org_id, id) include (standing, level_standing, planned_standing, expected_standing, extreme_standing,
  current_level, residual_level, expected_loss_minor, extreme_loss_minor, level_line, expected_line, extreme_line, owner, unit, since);
create index appetite_position_level on appetite_position (org_id, current_level, id);
create index appetite_position_title_zh on appetite_position (org_id, title_zh, id);
create index appetite_position_title_en on appetite_position (org_id, title_en, id);
${isolate('appetite_position')}

create table tolerance_breach (${record},
  title_en text not null collate "zh-x-icu",
  title_zh text not null collate "zh-x-icu",
  state text not null check (state in ('open', 'answered', 'closed')),
  risk uuid not null,
  beyond text[] not null default '{}',
  current_level smallint,
  residual_level smallint,
  expected_loss_minor bigint,
  expected_loss_currency text,
  extreme_loss_minor bigint,
  extreme_loss_currency text,
  owner uuid,
  unit uuid,
  opened_at timestamptz not null,
  due_on date,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  measure uuid,
  acceptance uuid,
  exception_until date,
  exception_reason text,
  exception_level smallint,
  exception_asked boolean,
  reopened_because text,
  closed_at timestamptz,
  closing text,
  statement uuid,
  limits jsonb,
  foreign key (org_id, risk) references risk (org_id, id),
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, answered_by) references person (org_id, id),
  foreign key (org_id, measure) references treatment_measure (org_id, id),
  foreign key (org_id, acceptance) references risk_acceptance (org_id, id),
  foreign key (org_id, statement) references risk_appetite (org_id, id)
);
-- A risk is beyond tolerance once, however many limits it exceeds.
create unique index tolerance_breach_live on tolerance_breach (org_id, risk) where state <> 'closed';
create index tolerance_breach_risk on tolerance_breach (org_id, risk);
create index tolerance_breach_open on tolerance_breach (org_id, owner, due_on, id) where state = 'open';
create index tolerance_breach_measure on tolerance_breach (org_id, measure) where measure is not null;
create index tolerance_breach_ending on tolerance_breach (org_id, exception_until) where state = 'answered';
${isolate('tolerance_breach')}

create table review_trigger (${record},
  title_en text not null collate "zh-x-icu",
  title_zh text not null collate "zh-x-icu",
  risk uuid not null,
  kind text not null,
  state text not null check (state in ('open', 'answered', 'withdrawn')),
  due_on date,
  owner uuid,
  unit uuid,
  raised_at timestamptz not null,
  raised_by uuid,
  source_noun text,
  source_id uuid,
  source_reference text,
  source_version integer,
  answer text,
  answered_at timestamptz,
  foreign key (org_id, risk) references risk (org_id, id),
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, raised_by) references person (org_id, id)
);
-- A cause reopens a risk once, even when its event is told twice.
create unique index review_trigger_cause on review_trigger (org_id, risk, kind, source_id, source_version) where source_id is not null and source_version is not null;
create index review_trigger_risk on review_trigger (org_id, risk, id);
create index review_trigger_open on review_trigger (org_id, risk) where state = 'open';
${isolate('review_trigger')}

create table risk_indicator (${record},
  name text not null collate "zh-x-icu",
  state text not null check (state in ('green', 'amber', 'red', 'noData', 'stale')),
  value double precision,
  measure text not null,
  direction text not null,
  amber_from double precision,
  red_from double precision,
  amber_down_to double precision,
  red_down_to double precision,
  frequency text not null,
  next_due date,
  measured_at timestamptz,
  owner uuid,
  unit uuid,
  source text,
  definition text,
  reopens_at text not null,
  active boolean not null,
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id)
);
create index risk_indicator_due on risk_indicator (next_due) where archived_at is null and active;
${isolate('risk_indicator')}

create table indicator_risk (
  org_id uuid not null references organisation,
  indicator uuid not null,
  risk uuid not null,
  primary key (org_id, indicator, risk),
  foreign key (org_id, indicator) references risk_indicator (org_id, id),
  foreign key (org_id, risk) references risk (org_id, id)
);
create index indicator_risk_reverse on indicator_risk (org_id, risk, indicator);
${isolate('indicator_risk')}

-- One value for each instant: sent again it changes nothing, corrected it replaces what was there, which history keeps.
create table indicator_measurement (
  org_id uuid not null references organisation,
  indicator uuid not null,
  at timestamptz not null,
  value double precision not null,
  note text,
  via text not null check (via in ('hand', 'api', 'import')),
  person uuid,
  primary key (org_id, indicator, at),
  foreign key (org_id, indicator) references risk_indicator (org_id, id),
  foreign key (org_id, person) references person (org_id, id)
);
${isolate('indicator_measurement', 'select, insert, update')}

create table emerging_risk (${record},
  title text not null collate "zh-x-icu",
  state text not null check (state in ('noted', 'watching', 'becameScenario', 'becameRisk', 'dismissed', 'duplicate')),
  what text,
  source text,
  source_text text,
  horizon text,
  velocity text,
  proximity text,
  impact text,
  reported_by uuid,
  owner uuid,
  unit uuid,
  review_due date,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  scenario uuid,
  risk uuid,
  duplicate_of uuid,
  foreign key (org_id, reported_by) references person (org_id, id),
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, decided_by) references person (org_id, id),
  foreign key (org_id, scenario) references risk_scenario (org_id, id),
  foreign key (org_id, risk) references risk (org_id, id),
  foreign key (org_id, duplicate_of) references emerging_risk (org_id, id)
);
create index emerging_risk_state on emerging_risk (org_id, state, id);
create index emerging_risk_review on emerging_risk (org_id, review_due) where state = 'watching';
${isolate('emerging_risk')}
`,
}
