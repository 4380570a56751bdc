import { isolate, type MigrationStep } from '@heng/server-kit'

export const approvalTables: MigrationStep = {
  id: '0001_approvals',
  sql: `
create table approval (
  id uuid primary key,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  unique (org_id, id),
  unique (org_id, reference),
  title text not null collate "zh-x-icu",
  kind text not null,
  subject text not null,
  subject_id uuid not null,
  subject_reference text,
  state text not null check (state in ('open', 'approved', 'rejected', 'withdrawn')),
  requested_by uuid,
  reason text,
  due_on date,
  decided_at timestamptz,
  -- The canonical JSON itself, not jsonb: its SHA-256 can be computed from the column with any tool.
  snapshot text not null,
  snapshot_hash text not null check (snapshot_hash ~ '^[0-9a-f]{64}$'),
  snapshot_labels jsonb not null,
  foreign key (org_id, requested_by) references person (org_id, id),
  check ((state = 'open') = (decided_at is null))
);
create unique index approval_open on approval (org_id, subject, subject_id, kind) where state = 'open';
create index approval_subject on approval (org_id, subject, subject_id, id desc);
create index approval_requester on approval (org_id, requested_by, id desc);
create index approval_waiting on approval (org_id, id desc) where state = 'open';
${isolate('approval', 'select, insert, update (version, updated_at, state, decided_at)')}

create table approval_step (
  org_id uuid not null,
  approval uuid not null,
  position integer not null,
  sequence integer not null,
  role text,
  unit uuid,
  persons uuid[] not null,
  quorum integer not null check (quorum > 0),
  state text not null check (state in ('waiting', 'open', 'completed', 'rejected', 'closed')),
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (org_id, approval, position),
  foreign key (org_id, approval) references approval (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  check (role is not null or cardinality(persons) > 0)
);
${isolate('approval_step', 'select, insert, update (state, opened_at, closed_at)')}

create table approval_decision (
  org_id uuid not null,
  approval uuid not null,
  position integer not null,
  person uuid not null,
  person_name text not null,
  decision text not null check (decision in ('approve', 'reject')),
  comment text,
  at timestamptz not null,
  primary key (org_id, approval, position, person),
  foreign key (org_id, approval, position) references approval_step (org_id, approval, position),
  foreign key (org_id, person) references person (org_id, id)
);
create index approval_decision_person on approval_decision (org_id, person, approval);
${isolate('approval_decision', 'select, insert')}
`,
}
