import { isolate, type MigrationStep } from '@heng/server-kit'

export const workTables: MigrationStep = {
  id: '0001_work',
  sql: `
create table work_item (
  id uuid primary key,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  unique (org_id, id),
  unique (org_id, reference),
  title text not null,
  titles jsonb,
  kind text not null,
  instructions text,
  assignee uuid,
  role text,
  unit uuid,
  due_on date,
  state text not null check (state in ('open', 'done', 'cancelled')),
  by_hand boolean not null,
  subject_noun text,
  subject_id uuid,
  subject_reference text,
  link text,
  created_by uuid,
  result text,
  completed_at timestamptz,
  completed_by uuid,
  check (assignee is not null or role is not null),
  foreign key (org_id, assignee) references person (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, created_by) references person (org_id, id),
  foreign key (org_id, completed_by) references person (org_id, id)
);
-- The same work is open once per person, and once per role within a unit; tasks that people write are never the same.
create unique index work_item_assignee on work_item (org_id, kind, subject_id, assignee)
  where state = 'open' and role is null and subject_id is not null and kind <> 'task';
create unique index work_item_role on work_item (org_id, kind, subject_id, role, coalesce(unit, '00000000-0000-0000-0000-000000000000'))
  where state = 'open' and role is not null and subject_id is not null and kind <> 'task';
create index work_item_mine on work_item (org_id, assignee, due_on, id) where state = 'open';
create index work_item_of_role on work_item (org_id, role) where state = 'open' and assignee is null;
create index work_item_due on work_item (org_id, due_on, id) where state = 'open';
create index work_item_subject on work_item (org_id, subject_id);
create index work_item_closed on work_item (org_id, completed_at desc, id) where state <> 'open';
${isolate('work_item')}

-- A notice is one person's: it is shown, mailed and marked as read, never changed.
create table notice (
  id uuid primary key,
  org_id uuid not null references organisation,
  person uuid not null,
  kind text not null,
  title jsonb not null,
  body jsonb,
  link text,
  at timestamptz not null,
  in_app boolean not null,
  mail text not null check (mail in ('immediate', 'daily', 'none')),
  read_at timestamptz,
  mailed_at timestamptz,
  -- Makes telling twice tell once.
  key text not null,
  unique (org_id, person, key),
  foreign key (org_id, person) references person (org_id, id)
);
create index notice_mine on notice (org_id, person, id desc) where in_app;
create index notice_unread on notice (org_id, person) where in_app and read_at is null;
create index notice_unmailed on notice (org_id, person) where mailed_at is null and mail <> 'none';
${isolate('notice')}

create table notice_preference (
  org_id uuid not null references organisation,
  person uuid not null,
  kind text not null,
  in_app boolean not null,
  mail text not null check (mail in ('immediate', 'daily', 'none')),
  primary key (org_id, person, kind),
  foreign key (org_id, person) references person (org_id, id)
);
${isolate('notice_preference')}

-- Days on which an organisation's reminders went out: once a day, whichever process is first.
create table digest_run (
  org_id uuid not null references organisation,
  day date not null,
  at timestamptz not null default now(),
  primary key (org_id, day)
);
${isolate('digest_run', 'select, insert')}

-- What became of mail, for whoever looks after the installation: never what it said.
create table mail_delivery (
  id uuid primary key,
  org_id uuid not null references organisation,
  at timestamptz not null default now(),
  recipient text not null,
  template text not null,
  state text not null check (state in ('sent', 'refused')),
  code text
);
create index mail_delivery_recent on mail_delivery (org_id, at desc);
${isolate('mail_delivery', 'select, insert, delete')}
`,
}
