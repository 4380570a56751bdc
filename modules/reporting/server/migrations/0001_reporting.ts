import { isolate, type MigrationStep } from '@heng/server-kit'

/** What was generated is written once: it can be neither changed nor taken back. */
export const reportTables: MigrationStep = {
  id: '0001_reporting',
  sql: `
create table report (
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
  kind text not null check (kind in ('board', 'audit')),
  period_from date not null,
  period_to date not null,
  language text not null,
  generated_by uuid,
  generated_at timestamptz not null,
  as_at timestamptz not null,
  size integer,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  foreign key (org_id, generated_by) references person (org_id, id),
  check (period_from <= period_to)
);
create index report_kind on report (org_id, kind, id);
${isolate('report', 'select, insert')}
`,
}
