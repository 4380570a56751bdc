import { isolate, type MigrationStep } from '@heng/server-kit'

/** What people concluded of requirements, and the controls that the proposal beside it rests on. */
export const conclusionTables: MigrationStep = {
  id: '0002_conclusions',
  sql: `
create table conclusion (
  id uuid primary key,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  name text not null collate "zh-x-icu",
  framework uuid not null,
  requirement uuid not null,
  status text not null check (status in ('met', 'partly', 'notMet', 'notApplicable')),
  proposed text,
  proposed_now text,
  moved boolean not null,
  moved_at timestamptz,
  decided_by uuid,
  decided_at timestamptz not null,
  reason text,
  basis text,
  unique (org_id, id),
  unique (org_id, reference),
  foreign key (org_id, framework) references framework (org_id, id),
  foreign key (org_id, requirement) references requirement (org_id, id),
  foreign key (org_id, decided_by) references person (org_id, id)
);
-- One conclusion stands for a requirement; one that was withdrawn makes room for the next.
create unique index conclusion_requirement on conclusion (org_id, requirement) where archived_at is null;
create index conclusion_framework on conclusion (org_id, framework) where archived_at is null;
create index conclusion_decided on conclusion (org_id, decided_at desc, id);
create index conclusion_moved on conclusion (org_id, id) where moved and archived_at is null;
${isolate('conclusion')}

create table conclusion_control (
  org_id uuid not null references organisation,
  conclusion uuid not null,
  control uuid not null,
  primary key (org_id, conclusion, control),
  foreign key (org_id, conclusion) references conclusion (org_id, id),
  foreign key (org_id, control) references control (org_id, id)
);
create index conclusion_control_reverse on conclusion_control (org_id, control, conclusion);
${isolate('conclusion_control')}
`,
}
