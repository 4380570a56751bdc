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
create index asset_name on asset (org_id, name, id);
create index asset_value on asset (org_id, value, id);
create index asset_type on asset (org_id, type, id);
create index asset_unit on asset (org_id, unit, id);
create index asset_owner on asset (org_id, owner);
create index asset_updated on asset (org_id, updated_at, id);
${isolate('asset')}
`,
}
