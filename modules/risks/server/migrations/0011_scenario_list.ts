import type { MigrationStep } from '@heng/server-kit'

/** The list's narrow index holds how many assets a scenario stands for, too: sorting 50,000 by it read their wide rows. */
export const scenarioList: MigrationStep = {
  id: '0011_scenario_list',
  sql: `
drop index risk_scenario_list;
create index risk_scenario_list on risk_scenario (org_id, id) include (status, asset, threat, vulnerability, asset_count, unit, owner, risk, decided_by, decided_at, created_at, updated_at)
  where archived_at is null;
`,
}
