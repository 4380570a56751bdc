import { checkedReferences, isolate, type MigrationStep } from '@heng/server-kit'

const recordColumns = `
  id uuid not null,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (org_id, id),
  unique (org_id, reference)`

const ofOpen = `where archived_at is null and state in ('open', 'confirmed', 'inProgress')`
const openIndexes = `
create index vulnerability_open_list on vulnerability (org_id, id) include (state, severity, priority, due_on, asset, target, unit, owner, assignee, cvss, epss, exploited, first_seen, rank) ${ofOpen};
create index vulnerability_open_due on vulnerability (org_id, due_on, id) include (state, severity, priority, unit, owner, assignee) ${ofOpen};
create index vulnerability_open_severity on vulnerability (org_id, severity, id) include (state, priority, due_on, exploited, unit, owner, assignee) ${ofOpen};
create index vulnerability_open_exploited on vulnerability (org_id, id) include (state, severity, priority, due_on, rank, unit, owner, assignee, exploited) where archived_at is null and exploited;
`

/**
 * A vulnerability changes when people or scans decide something; that a scan saw it again stands beside it (`sighting`), so that a weekly scan
 * of a million leaves no million versions. What a scanner says of a flaw is kept once for all places that have it (`flaw`).
 */
export const vulnerabilityTables: MigrationStep = {
  id: '0001_vulnerabilities',
  sql: `
create table vulnerability_scan (${recordColumns},
  file_name text not null collate "zh-x-icu",
  state text not null,
  tool text,
  scanned_at timestamptz,
  coverage text not null,
  findings integer,
  informational integer,
  opened integer,
  reopened integer,
  seen_again integer,
  closed integer,
  targets integer,
  unmatched integer,
  asset uuid,
  series text,
  source text not null,
  started_by uuid,
  partial boolean,
  file text,
  sha256 text,
  job uuid,
  foreign key (org_id, asset) references asset (org_id, id),
  foreign key (org_id, started_by) references person (org_id, id)
);
create index vulnerability_scan_list on vulnerability_scan (org_id, id) include (state, scanned_at, coverage, source, started_by) where archived_at is null;
create index vulnerability_scan_at on vulnerability_scan (org_id, scanned_at, id);
create index vulnerability_scan_sha256 on vulnerability_scan (org_id, sha256);
${isolate('vulnerability_scan')}

create table scan_target (${recordColumns},
  name text not null collate "zh-x-icu",
  kind text not null,
  state text not null,
  asset uuid,
  matched_by text,
  exposure text,
  unit uuid,
  os text,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  foreign key (org_id, asset) references asset (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  check ((state = 'matched') = (asset is not null))
);
create index scan_target_list on scan_target (org_id, id) include (kind, state, asset, matched_by, exposure, unit) where archived_at is null;
create index scan_target_name on scan_target (org_id, name, id) where archived_at is null;
create index scan_target_asset on scan_target (org_id, asset);
${isolate('scan_target')}

create table scan_target_identifier (
  org_id uuid not null,
  target uuid not null,
  kind text not null,
  value text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (org_id, kind, value, target),
  foreign key (org_id, target) references scan_target (org_id, id)
);
create index scan_target_identifier_target on scan_target_identifier (org_id, target);
${isolate('scan_target_identifier')}

create table vulnerability_exception (${recordColumns},
  title text not null collate "zh-x-icu",
  state text not null,
  until date not null,
  reason text not null,
  compensation text,
  requested_by uuid,
  decided_at timestamptz,
  foreign key (org_id, requested_by) references person (org_id, id)
);
create index vulnerability_exception_list on vulnerability_exception (org_id, id) include (state, until, requested_by) where archived_at is null;
${isolate('vulnerability_exception')}

create table vulnerability (${recordColumns},
  title text not null collate "zh-x-icu",
  priority text,
  severity text,
  rank integer,
  state text not null,
  due_on date,
  asset uuid,
  target uuid not null,
  location text,
  cves text,
  cvss double precision,
  epss double precision,
  exploited boolean,
  unit uuid,
  owner uuid,
  assignee uuid,
  tool text,
  rule text,
  component text,
  fixed_in text,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  last_scan uuid,
  state_since timestamptz not null,
  state_by uuid,
  state_reason text,
  reopened integer not null default 0,
  accepted_until date,
  exception uuid,
  duplicate_of uuid,
  priority_reason jsonb,
  foreign key (org_id, asset) references asset (org_id, id),
  foreign key (org_id, target) references scan_target (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, assignee) references person (org_id, id),
  foreign key (org_id, state_by) references person (org_id, id),
  foreign key (org_id, last_scan) references vulnerability_scan (org_id, id),
  foreign key (org_id, exception) references vulnerability_exception (org_id, id),
  foreign key (org_id, duplicate_of) references vulnerability (org_id, id),
  check ((state = 'duplicate') = (duplicate_of is not null))
) with (fillfactor = 90);
${checkedReferences('vulnerability', { asset: 'asset', target: 'scan_target', unit: 'unit', owner: 'person', assignee: 'person', state_by: 'person', last_scan: 'vulnerability_scan' })}
-- Row-level security lets in only the organisation that is there.
alter table vulnerability drop constraint vulnerability_org_id_fkey;
create index vulnerability_list on vulnerability (org_id, id) include (state, severity, priority, due_on, asset, target, unit, owner, assignee, cvss, epss, exploited, first_seen, accepted_until, reopened)
  where archived_at is null;
create index vulnerability_rank on vulnerability (org_id, rank, id) where archived_at is null;
create index vulnerability_due on vulnerability (org_id, due_on, id) where archived_at is null;
create index vulnerability_cvss on vulnerability (org_id, cvss, id) where archived_at is null;
create index vulnerability_first on vulnerability (org_id, first_seen, id) where archived_at is null;
-- Most are mended, and most questions are about the others: what is open has indexes of its own.
${openIndexes}
create index vulnerability_asset on vulnerability (org_id, asset);
create index vulnerability_target on vulnerability (org_id, target);
create index vulnerability_assignee on vulnerability (org_id, assignee) where assignee is not null;
create index vulnerability_exception_of on vulnerability (org_id, exception) where exception is not null;
create index vulnerability_duplicate on vulnerability (org_id, duplicate_of) where duplicate_of is not null;
${isolate('vulnerability')}

create table vulnerability_exception_vulnerability (
  org_id uuid not null,
  exception uuid not null,
  vulnerability uuid not null,
  primary key (org_id, exception, vulnerability),
  foreign key (org_id, exception) references vulnerability_exception (org_id, id),
  foreign key (org_id, vulnerability) references vulnerability (org_id, id)
);
create index vulnerability_exception_vulnerability_reverse on vulnerability_exception_vulnerability (org_id, vulnerability);
${isolate('vulnerability_exception_vulnerability')}

create table flaw (
  org_id uuid not null,
  id uuid not null,
  details jsonb not null,
  primary key (org_id, id)
);
${isolate('flaw')}

-- What one scanner knows a vulnerability by: its fingerprint on a target.
create table sighting (
  id uuid not null,
  org_id uuid not null,
  target uuid not null,
  fingerprint uuid not null,
  vulnerability uuid not null,
  tool text not null,
  rule text,
  method text not null,
  flaw uuid not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  last_scan uuid not null,
  record text not null,
  evidence text,
  gone_at timestamptz,
  primary key (org_id, target, fingerprint),
  foreign key (org_id, vulnerability) references vulnerability (org_id, id)
) with (fillfactor = 85);
create index sighting_vulnerability on sighting (org_id, vulnerability);
${isolate('sighting')}

create table vulnerability_cve (
  org_id uuid not null,
  cve text not null,
  vulnerability uuid not null,
  primary key (org_id, cve, vulnerability)
);
create index vulnerability_cve_reverse on vulnerability_cve (org_id, vulnerability);
${isolate('vulnerability_cve')}

-- Which targets a scan looked at, whether it found something there or not.
create table vulnerability_scan_target (
  org_id uuid not null,
  scan uuid not null,
  target uuid not null,
  findings integer not null,
  -- Whether the scanner could log in; null where the report does not say.
  credentialed boolean,
  primary key (org_id, scan, target),
  foreign key (org_id, scan) references vulnerability_scan (org_id, id),
  foreign key (org_id, target) references scan_target (org_id, id)
);
create index vulnerability_scan_target_reverse on vulnerability_scan_target (org_id, target, scan);
${isolate('vulnerability_scan_target')}
`,
}
