import { isolate, type MigrationStep } from '@heng/server-kit'

export const scanTables: MigrationStep = {
  id: '0002_asset_scans',
  sql: `
create table asset_scan (
  id uuid primary key,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  unique (org_id, id),
  unique (org_id, reference),
  file_name text not null,
  state text not null check (state in ('open', 'applied', 'discarded')),
  scanned_at timestamptz,
  hosts integer,
  created integer,
  updated integer,
  skipped integer,
  started_by uuid,
  applied_at timestamptz,
  scanner text,
  command text,
  ignored integer,
  ambiguous integer,
  partial boolean,
  job uuid,
  foreign key (org_id, started_by) references person (org_id, id)
);
create index asset_scan_recent on asset_scan (org_id, id desc);
${isolate('asset_scan')}

-- Hosts of a report with what was found and decided about each; kept with the scan so that its result can be looked up.
create table asset_scan_host (
  org_id uuid not null,
  scan uuid not null,
  line integer not null,
  candidate jsonb not null,
  verdict text not null check (verdict in ('new', 'match', 'possible', 'elsewhere')),
  asset uuid,
  by_kind text,
  by_value text,
  candidates jsonb not null default '[]',
  -- Whether an update changes a field or adds an identifier; otherwise it only notes when the asset was last seen.
  changing boolean not null default false,
  decision text check (decision in ('create', 'update', 'skip')),
  target uuid,
  result uuid,
  primary key (org_id, scan, line),
  foreign key (org_id, scan) references asset_scan (org_id, id),
  foreign key (org_id, asset) references asset (org_id, id),
  foreign key (org_id, target) references asset (org_id, id),
  foreign key (org_id, result) references asset (org_id, id)
);
create index asset_scan_host_verdict on asset_scan_host (org_id, scan, verdict, line);
${isolate('asset_scan_host')}
`,
}
