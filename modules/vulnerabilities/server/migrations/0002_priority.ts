import { isolate, type MigrationStep } from '@heng/server-kit'

/** By what vulnerabilities are weighed: the organisation's policy, and what the world knows of their exploitation. */
export const priorityTables: MigrationStep = {
  id: '0002_priority',
  sql: `
-- The newest version is in force; earlier ones stay, as reasons name them.
create table vulnerability_policy (
  id uuid not null,
  org_id uuid not null references organisation,
  version integer not null,
  definition jsonb not null,
  reason text,
  decided_by uuid,
  decided_at timestamptz not null,
  job uuid,
  primary key (org_id, version)
);
${isolate('vulnerability_policy', 'select, insert, update')}

create table exploit_feed (
  org_id uuid not null references organisation,
  kind text not null check (kind in ('epss', 'kev')),
  -- As the publisher says: model version and day of the scores, version of the catalogue.
  edition text not null,
  published_at timestamptz not null,
  entries integer not null,
  source text not null,
  sha256 text not null,
  taken_at timestamptz not null,
  taken_by uuid,
  primary key (org_id, kind)
);
${isolate('exploit_feed')}

-- Where a feed comes from where the organisation lets it be fetched, and the job that fetched or read it last.
create table exploit_feed_source (
  org_id uuid not null references organisation,
  kind text not null check (kind in ('epss', 'kev')),
  remote boolean not null default false,
  daily boolean not null default false,
  url text,
  version integer not null default 0,
  job uuid,
  primary key (org_id, kind)
);
${isolate('exploit_feed_source')}

create table exploit_score (
  org_id uuid not null,
  cve text not null,
  epss real not null,
  percentile real not null,
  primary key (org_id, cve) include (epss, percentile)
);
${isolate('exploit_score')}

create table known_exploited (
  org_id uuid not null,
  cve text not null,
  name text,
  added_on date not null,
  due_on date,
  ransomware boolean,
  primary key (org_id, cve)
);
${isolate('known_exploited')}
`,
}
