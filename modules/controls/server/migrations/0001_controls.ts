import { isolate, type MigrationStep } from '@heng/server-kit'

export const controlTables: MigrationStep = {
  id: '0001_controls',
  sql: `
create table control (
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
  type text,
  functions text[] not null default '{}',
  state text not null,
  state_since date,
  owner uuid,
  unit uuid,
  frequency text,
  document text,
  document_link text,
  description text,
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id)
);
create index control_name on control (org_id, name, id);
create index control_state on control (org_id, state, id);
create index control_owner on control (org_id, owner);
create index control_unit on control (org_id, unit);
${isolate('control')}

create table control_requirement (
  org_id uuid not null references organisation,
  control uuid not null,
  requirement uuid not null,
  primary key (org_id, control, requirement),
  foreign key (org_id, control) references control (org_id, id),
  foreign key (org_id, requirement) references requirement (org_id, id)
);
create index control_requirement_reverse on control_requirement (org_id, requirement);
${isolate('control_requirement')}
`,
}
