import { checkedReferences, keyedByOrganisation, type MigrationStep } from '@heng/server-kit'

/**
 * New criteria write every risk, and scenarios come in tens of thousands: each row had six look-ups and a key too many.
 * Row-level security lets in only the organisation that is there, so that need not be looked up either.
 */
export const fewerLookUps: MigrationStep = {
  id: '0009_writes',
  sql: `${keyedByOrganisation('risk')}
${checkedReferences('risk', {
  asset: 'asset', owner: 'person', unit: 'unit', merged_into: 'risk', criteria: 'risk_criteria', definition_hash: { table: 'risk_method', key: 'hash' },
})}
alter table risk drop constraint risk_org_id_fkey;
${keyedByOrganisation('risk_scenario')}
${checkedReferences('risk_scenario', { asset: 'asset', unit: 'unit', owner: 'person', risk: 'risk', decided_by: 'person' })}
alter table risk_scenario drop constraint risk_scenario_org_id_fkey;
`,
}
