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

export const applicabilityTables: MigrationStep = {
  id: '0001_applicability',
  sql: `
create table soa (${record},
  title text not null collate "zh-x-icu",
  number integer not null,
  state text not null check (state in ('draft', 'inReview', 'approved', 'superseded')),
  edition_en text,
  edition_zh text,
  approved_at timestamptz,
  content_hash text,
  framework uuid not null,
  based_on uuid,
  scope text,
  -- What was submitted, word for word; written once and never changed while it stands.
  content jsonb,
  -- Who approved it and when, kept with what they approved.
  decisions jsonb,
  approval uuid,
  foreign key (org_id, framework) references framework (org_id, id),
  foreign key (org_id, based_on) references soa (org_id, id),
  foreign key (org_id, approval) references approval (org_id, id)
);
create unique index soa_number on soa (org_id, number) where archived_at is null;
-- One version is being worked on, one is in force.
create unique index soa_open on soa (org_id) where archived_at is null and state in ('draft', 'inReview');
create unique index soa_in_force on soa (org_id) where state = 'approved';
${isolate('soa')}

create table soa_line (${record},
  name text not null collate "zh-x-icu",
  soa uuid not null,
  ref text not null,
  applicable text not null check (applicable in ('yes', 'no', 'undecided')),
  reasons text[] not null default '{}',
  reason_text text,
  justification text,
  implementation_override text,
  override_reason text,
  description text,
  document text,
  requirement uuid,
  control uuid,
  position integer not null,
  -- The rule that counts most stands where nothing gets past it.
  constraint soa_line_justified check (applicable <> 'no' or length(trim(justification)) > 0),
  check ((requirement is null) <> (control is null)),
  foreign key (org_id, soa) references soa (org_id, id),
  foreign key (org_id, requirement) references requirement (org_id, id),
  foreign key (org_id, control) references control (org_id, id)
);
create unique index soa_line_ref on soa_line (org_id, soa, ref);
create index soa_line_requirement on soa_line (org_id, requirement);
create index soa_line_control on soa_line (org_id, control);
${isolate('soa_line')}

create table soa_line_risk (
  org_id uuid not null references organisation,
  line uuid not null,
  risk uuid not null,
  primary key (org_id, line, risk),
  foreign key (org_id, line) references soa_line (org_id, id),
  foreign key (org_id, risk) references risk (org_id, id)
);
create index soa_line_risk_reverse on soa_line_risk (org_id, risk);
${isolate('soa_line_risk')}

create table soa_check (
  id uuid primary key,
  org_id uuid not null references organisation,
  soa uuid not null,
  at timestamptz not null,
  by text not null,
  result text not null,
  necessary integer not null,
  lines integer not null,
  findings jsonb not null,
  -- Of everything the check looked at, so that a later change shows.
  basis_hash text not null,
  foreign key (org_id, soa) references soa (org_id, id)
);
create index soa_check_latest on soa_check (org_id, soa, at desc);
${isolate('soa_check', 'select, insert')}
`,
}
