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
  unit uuid,
  owner uuid,
  custodian uuid,
  confidentiality smallint,
  integrity smallint,
  availability smallint,
  value smallint,
  description text,
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, custodian) references person (org_id, id)
);
${isolate('asset')}
`,
}
