import { isolate, type MigrationStep } from '@heng/server-kit'

/** A scenario may stand for several alike assets. */
export const scenarioGroups: MigrationStep = {
  id: '0005_scenario_groups',
  sql: `
alter table risk_scenario add column asset_count integer not null default 1;
-- The assets of a scenario besides the one that it is named after.
create table risk_scenario_asset (
  org_id uuid not null references organisation,
  scenario uuid not null,
  asset uuid not null,
  primary key (org_id, scenario, asset),
  foreign key (org_id, scenario) references risk_scenario (org_id, id),
  foreign key (org_id, asset) references asset (org_id, id)
);
create index risk_scenario_asset_reverse on risk_scenario_asset (org_id, asset, scenario);
${isolate('risk_scenario_asset')}
`,
}
