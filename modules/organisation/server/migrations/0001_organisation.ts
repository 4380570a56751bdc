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

export const organisationTables: MigrationStep = {
  id: '0001_organisation',
  sql: `
create table site (${record},
  name text not null collate "zh-x-icu",
  kind text not null,
  address text,
  unit uuid,
  responsible uuid,
  shared boolean,
  note text,
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, responsible) references person (org_id, id)
);
create index site_name on site (org_id, name, id);
${isolate('site')}

create table context_issue (${record},
  title text not null collate "zh-x-icu",
  kind text not null check (kind in ('external', 'internal')),
  category text not null,
  effect text,
  description text,
  impact text,
  owner uuid,
  review_on date,
  foreign key (org_id, owner) references person (org_id, id)
);
create index context_issue_kind on context_issue (org_id, kind, id);
${isolate('context_issue')}

-- One decision for an organisation; what was decided before stands in its history.
create table climate_determination (${record},
  relevant boolean not null,
  reason text not null,
  parties_relevant boolean,
  parties_reason text,
  decided_on date not null,
  decided_by uuid,
  review_on date,
  foreign key (org_id, decided_by) references person (org_id, id)
);
create unique index climate_determination_one on climate_determination (org_id) where archived_at is null;
${isolate('climate_determination')}

create table interested_party (${record},
  name text not null collate "zh-x-icu",
  kind text not null,
  needs text,
  owner uuid,
  review_on date,
  foreign key (org_id, owner) references person (org_id, id)
);
create index interested_party_name on interested_party (org_id, name, id);
${isolate('interested_party')}

create table party_requirement (${record},
  requirement text not null collate "zh-x-icu",
  party uuid not null,
  source text not null,
  source_reference text,
  addressed text not null check (addressed in ('yes', 'no', 'undecided')),
  how text,
  climate boolean,
  owner uuid,
  review_on date,
  foreign key (org_id, party) references interested_party (org_id, id),
  foreign key (org_id, owner) references person (org_id, id)
);
create index party_requirement_party on party_requirement (org_id, party, id);
${isolate('party_requirement')}

create table responsibility (${record},
  name text not null collate "zh-x-icu",
  clause text,
  description text,
  position integer not null,
  assignments jsonb not null default '[]',
  template text
);
create unique index responsibility_template on responsibility (org_id, template) where archived_at is null;
${isolate('responsibility')}

create table scope (${record},
  name text not null collate "zh-x-icu",
  edition integer not null,
  state text not null check (state in ('draft', 'inReview', 'approved', 'superseded')),
  businesses jsonb not null default '[]',
  systems jsonb not null default '[]',
  interfaces jsonb not null default '[]',
  exclusions jsonb not null default '[]',
  statement_en text,
  statement_zh text,
  approved_at timestamptz,
  approved_by jsonb,
  basis jsonb,
  frozen_hash text check (frozen_hash ~ '^[0-9a-f]{64}$'),
  unique (org_id, edition),
  check ((state in ('approved', 'superseded')) = (frozen_hash is not null))
);
create unique index scope_open on scope (org_id) where state in ('draft', 'inReview') and archived_at is null;
create unique index scope_approved on scope (org_id) where state = 'approved';
${isolate('scope')}

create table scope_unit (
  org_id uuid not null,
  scope uuid not null,
  unit uuid not null,
  primary key (org_id, scope, unit),
  foreign key (org_id, scope) references scope (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id)
);
${isolate('scope_unit')}

create table scope_site (
  org_id uuid not null,
  scope uuid not null,
  site uuid not null,
  primary key (org_id, scope, site),
  foreign key (org_id, scope) references scope (org_id, id),
  foreign key (org_id, site) references site (org_id, id)
);
${isolate('scope_site')}
`,
}
