import { isolate, type MigrationStep } from '@heng/server-kit'

/** One row for an asset and a source with all its fields, where there was one for each field: twelve times fewer to write when a list is imported. */
export const sourceTable: MigrationStep = {
  id: '0003_asset_sources',
  sql: `
alter table asset_source rename to asset_source_of_field;
drop policy asset_source_organisation on asset_source_of_field;
create table asset_source (
  org_id uuid not null,
  asset uuid not null,
  source text not null,
  -- Field → when its value was first and last seen there, as ["2026-03-12T08:00:00.000Z", …].
  seen jsonb not null,
  constraint asset_source_key primary key (org_id, asset, source),
  foreign key (org_id, asset) references asset (org_id, id)
);
${isolate('asset_source')}
insert into asset_source (org_id, asset, source, seen)
  select org_id, asset, source, jsonb_object_agg(field, jsonb_build_array(
    to_char(first_seen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), to_char(last_seen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
  from asset_source_of_field group by org_id, asset, source;
drop table asset_source_of_field;
`,
}
