import { isolate, type MigrationStep } from '@heng/server-kit'

export const assetTables: MigrationStep = {
  id: '0001_assets',
  sql: `
create table asset (
  id uuid primary key,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  unique (org_id, id),
  unique (org_id, reference),
  name text not null collate "zh-x-icu",
  tier text not null,
  type text,
  unit uuid,
  owner uuid,
  custodian uuid,
  classification text,
  location text collate "zh-x-icu",
  confidentiality smallint check (confidentiality between 1 and 5),
  integrity smallint check (integrity between 1 and 5),
  availability smallint check (availability between 1 and 5),
  valuation_reason text,
  importance smallint check (importance between 1 and 5),
  bearing smallint check (bearing between 1 and 5),
  value smallint check (value between 1 and 5),
  value_explanation jsonb,
  key_asset boolean,
  lifecycle text,
  description text,
  attested_at timestamptz,
  attested_by uuid,
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, custodian) references person (org_id, id),
  foreign key (org_id, attested_by) references person (org_id, id)
);
create index asset_active on asset (org_id, id) where archived_at is null;
create index asset_name on asset (org_id, name, id);
create index asset_value on asset (org_id, value, id);
create index asset_type on asset (org_id, type, id);
create index asset_unit on asset (org_id, unit, id);
create index asset_owner on asset (org_id, owner);
create index asset_tier on asset (org_id, tier, id);
create index asset_location on asset (org_id, location, id);
create index asset_key on asset (org_id, key_asset, id);
create index asset_updated on asset (org_id, updated_at, id);
${isolate('asset')}

-- Value flows from an asset to what it depends on: a system is worth at least what its businesses are.
create table asset_dependency (
  org_id uuid not null,
  asset uuid not null,
  depends_on uuid not null check (depends_on <> asset),
  note text,
  primary key (org_id, asset, depends_on),
  foreign key (org_id, asset) references asset (org_id, id),
  foreign key (org_id, depends_on) references asset (org_id, id)
);
create index asset_dependency_reverse on asset_dependency (org_id, depends_on, asset);
${isolate('asset_dependency')}

-- What recognises an asset again in a scan or a file; an address alone never does.
create table asset_identifier (
  org_id uuid not null,
  asset uuid not null,
  kind text not null check (kind in ('cloudId', 'hostUuid', 'serial', 'mac', 'fqdn', 'hostname', 'ip')),
  value text not null,
  source text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (org_id, kind, value, asset),
  foreign key (org_id, asset) references asset (org_id, id)
);
create index asset_identifier_asset on asset_identifier (org_id, asset);
${isolate('asset_identifier')}

-- Where the value of a field comes from, and when it was first and last seen there.
create table asset_source (
  org_id uuid not null,
  asset uuid not null,
  field text not null,
  source text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (org_id, asset, field, source),
  foreign key (org_id, asset) references asset (org_id, id)
);
${isolate('asset_source')}

create table campaign (
  id uuid primary key,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  unique (org_id, id),
  unique (org_id, reference),
  name text not null collate "zh-x-icu",
  year integer not null,
  due_on date not null,
  unit uuid,
  state text not null default 'draft',
  foreign key (org_id, unit) references unit (org_id, id)
);
${isolate('campaign')}

create table attestation (
  id uuid primary key,
  org_id uuid not null,
  campaign uuid not null,
  asset uuid not null,
  unit uuid,
  responsible uuid,
  state text not null default 'pending' check (state in ('pending', 'confirmed', 'corrected', 'disowned')),
  note text,
  decided_by uuid,
  decided_at timestamptz,
  unique (org_id, campaign, asset),
  foreign key (org_id, campaign) references campaign (org_id, id),
  foreign key (org_id, asset) references asset (org_id, id)
);
create index attestation_progress on attestation (org_id, campaign, unit, state);
create index attestation_person on attestation (org_id, responsible, state);
${isolate('attestation')}
`,
}
