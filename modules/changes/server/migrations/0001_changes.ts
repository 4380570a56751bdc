import { isolate, type MigrationStep } from '@heng/server-kit'

export const changeTables: MigrationStep = {
  id: '0001_changes',
  sql: `
create table change_set (
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
  state text not null check (state in ('draft', 'inReview', 'approved', 'rejected', 'applied', 'reverted', 'withdrawn')),
  purpose text,
  precautions text,
  planned_on date,
  owner uuid,
  applied_at timestamptz,
  applied_by uuid,
  reverses uuid,
  reverted_by uuid,
  approval uuid,
  content_hash text,
  -- What the last preview found, and the hash of the items that it belongs to.
  effect jsonb,
  effect_basis text,
  preview_job uuid,
  apply_job uuid,
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, applied_by) references person (org_id, id),
  foreign key (org_id, reverses) references change_set (org_id, id),
  foreign key (org_id, reverted_by) references change_set (org_id, id)
);
create index change_set_title on change_set (org_id, title, id);
create index change_set_state on change_set (org_id, state, id);
create index change_set_owner on change_set (org_id, owner);
-- An applied set is taken back by one set at a time.
create unique index change_set_reverses_once on change_set (org_id, reverses) where reverses is not null and archived_at is null and state <> 'withdrawn';
${isolate('change_set')}

create table change_item (
  id uuid primary key,
  org_id uuid not null references organisation,
  change_set uuid not null,
  version integer not null,
  noun text not null,
  record_id uuid not null,
  reference text,
  label text not null,
  action text not null check (action in ('create', 'update', 'archive', 'restore')),
  -- Version of the record that the item was drafted on; null for a new one.
  base_version integer,
  before jsonb not null,
  after jsonb not null,
  note text,
  unique (org_id, id),
  -- A set edits each record once.
  unique (org_id, change_set, noun, record_id),
  foreign key (org_id, change_set) references change_set (org_id, id) on delete cascade
);
create index change_item_record on change_item (org_id, noun, record_id);
${isolate('change_item')}
`,
}
