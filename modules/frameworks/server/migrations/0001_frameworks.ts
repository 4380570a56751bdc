import { isolate, type MigrationStep } from '@heng/server-kit'

const record = `
  id uuid primary key,
  org_id uuid not null references organisation,
  reference text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  unique (org_id, id),
  unique (org_id, reference)`

export const frameworkTables: MigrationStep = {
  id: '0001_frameworks',
  sql: `
create table framework (${record},
  name text not null collate "zh-x-icu",
  name_en text collate "zh-x-icu",
  name_zh text collate "zh-x-icu",
  edition_en text,
  edition_zh text,
  content_version text,
  publisher text,
  kind text not null,
  state text not null,
  licence text not null,
  overlay_allowed boolean not null,
  key text not null,
  content_hash text not null,
  licence_en text,
  licence_zh text,
  provenance_en text,
  provenance_zh text
);
-- One record per content, whoever installs it first.
create unique index framework_content_hash on framework (org_id, key, content_hash);
${isolate('framework')}

create table requirement (${record},
  name text not null collate "zh-x-icu",
  framework uuid not null,
  ref text not null,
  title_en text collate "zh-x-icu",
  title_zh text collate "zh-x-icu",
  kind text not null,
  assessable boolean not null,
  withdrawn boolean not null,
  parent uuid,
  position integer not null,
  items integer,
  attributes jsonb not null,
  summary_en text,
  summary_zh text,
  guidance_en text,
  guidance_zh text,
  unique (org_id, framework, ref),
  foreign key (org_id, framework) references framework (org_id, id),
  foreign key (org_id, parent) references requirement (org_id, id)
);
create index requirement_position on requirement (org_id, framework, position);
create index requirement_ref on requirement (org_id, ref, id);
create index requirement_parent on requirement (org_id, parent);
${isolate('requirement')}

-- Text that the organisation has licensed, laid over our wording. Apart from the requirement, so that no export of the register can carry it.
create table requirement_overlay (
  org_id uuid not null references organisation,
  requirement uuid not null,
  text text not null,
  source text not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  primary key (org_id, requirement),
  foreign key (org_id, requirement) references requirement (org_id, id)
);
${isolate('requirement_overlay')}

create table mapping (${record},
  name text not null,
  source uuid not null,
  relationship text not null,
  target uuid,
  target_framework uuid,
  source_framework uuid,
  rationale_en text,
  rationale_zh text,
  origin text not null,
  provenance_en text,
  provenance_zh text,
  foreign key (org_id, source) references requirement (org_id, id),
  foreign key (org_id, target) references requirement (org_id, id),
  foreign key (org_id, target_framework) references framework (org_id, id),
  foreign key (org_id, source_framework) references framework (org_id, id)
);
create unique index mapping_target on mapping (org_id, source, coalesce(target, target_framework)) where archived_at is null;
create index mapping_reverse on mapping (org_id, target);
${isolate('mapping')}

-- The document as it was imported, so that profiles can be resolved against catalogs loaded earlier and the import can be repeated.
create table framework_document (
  org_id uuid not null references organisation,
  framework uuid not null,
  sha256 text not null,
  name text not null,
  model text not null,
  gzip bytea not null,
  imported_at timestamptz not null,
  primary key (org_id, framework, sha256),
  foreign key (org_id, framework) references framework (org_id, id)
);
${isolate('framework_document')}
`,
}
