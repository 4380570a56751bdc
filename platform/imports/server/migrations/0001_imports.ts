import { isolate, type MigrationStep } from '@heng/server-kit'

export const importTables: MigrationStep = {
  id: '0001_imports',
  sql: `
-- A file that arrived and waits for its import; the bytes lie in the data folder under its id.
create table import_upload (
  id uuid primary key,
  org_id uuid not null references organisation,
  user_id text,
  file_name text not null,
  bytes bigint not null,
  sha256 text not null,
  created_at timestamptz not null
);
${isolate('import_upload')}

create table import_session (
  id uuid primary key,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  unique (org_id, id),
  unique (org_id, reference),
  noun text not null,
  file_name text not null collate "zh-x-icu",
  upload uuid,
  format text not null,
  bytes bigint,
  sha256 text,
  -- What was reached and committed; "checking" and "applying" follow from the job, so that no crash leaves them behind.
  stage text not null check (stage in ('uploaded', 'mapped', 'checked', 'applied', 'cancelled')),
  job uuid,
  rows integer,
  created integer,
  updated integer,
  unchanged integer,
  skipped integer,
  refused integer,
  started_by uuid,
  user_id text,
  applied_at timestamptz,
  reading jsonb not null,
  mapping jsonb,
  summary jsonb,
  foreign key (org_id, started_by) references person (org_id, id)
);
create index import_session_recent on import_session (org_id, created_at, id);
create index import_session_upload on import_session (upload);
${isolate('import_session')}

-- What each row of a checked file will do; a line has one action. No foreign key: a hundred thousand look-ups an import, and rows go with their session.
create table import_row (
  org_id uuid not null,
  session uuid not null,
  line integer not null,
  action text not null check (action in ('create', 'update', 'unchanged', 'skip', 'error')),
  -- The record it changes, or the id that the new one will have.
  record uuid,
  -- Of the record when it was compared: the apply refuses when it has moved on.
  version integer,
  label text,
  -- Written once and read once as a whole: json costs less than jsonb there.
  "values" json,
  before json,
  problems json,
  cells json,
  extra json,
  primary key (session, action, line)
);
${isolate('import_row')}

-- How an organisation mapped a header before: proposed again when the same header comes.
create table import_mapping (
  org_id uuid not null references organisation,
  noun text not null,
  signature text not null,
  header jsonb not null,
  mapping jsonb not null,
  updated_at timestamptz not null,
  primary key (org_id, noun, signature)
);
${isolate('import_mapping')}
`,
}
