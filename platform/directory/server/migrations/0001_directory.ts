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

export const directoryTables: MigrationStep = {
  id: '0001_directory',
  sql: `
create table unit (${record},
  name text not null collate "zh-x-icu",
  code text,
  parent uuid,
  head uuid,
  note text,
  foreign key (org_id, parent) references unit (org_id, id)
);
create index unit_parent on unit (org_id, parent);
create unique index unit_code on unit (org_id, lower(code)) where archived_at is null;
${isolate('unit')}

create table person (${record},
  name text not null collate "zh-x-icu",
  email text,
  unit uuid,
  job_title text,
  employee_number text,
  foreign key (org_id, unit) references unit (org_id, id)
);
create index person_unit on person (org_id, unit);
create index person_name on person (org_id, name, id);
create unique index person_email on person (org_id, lower(email)) where archived_at is null;
create unique index person_number on person (org_id, employee_number) where archived_at is null;
${isolate('person')}
alter table unit add foreign key (org_id, head) references person (org_id, id);

create table role_assignment (${record},
  person uuid not null,
  role text not null,
  unit uuid,
  valid_until date,
  reason text,
  foreign key (org_id, person) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id)
);
create index role_assignment_person on role_assignment (org_id, person) where archived_at is null;
create unique index role_assignment_once on role_assignment (org_id, person, role, coalesce(unit, '00000000-0000-0000-0000-000000000000')) where archived_at is null;
${isolate('role_assignment')}

-- A person is not a user: the membership ties an account to the person it acts for in one organisation.
create table membership (
  org_id uuid not null references organisation,
  user_id text not null,
  person uuid not null,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, user_id),
  unique (org_id, person),
  foreign key (org_id, person) references person (org_id, id)
);
create index membership_user on membership (user_id);
${isolate('membership', 'select, insert, update')}

create table invitation (
  id uuid primary key,
  org_id uuid not null references organisation,
  person uuid not null,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  foreign key (org_id, person) references person (org_id, id)
);
create index invitation_person on invitation (org_id, person);
${isolate('invitation')}
`,
}
