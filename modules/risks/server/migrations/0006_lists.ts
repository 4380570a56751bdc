import type { MigrationStep } from '@heng/server-kit'

/**
 * Whatever the lists are sorted and filtered by stands in one narrow index each, which also answers heat maps and counts:
 * fifty thousand risks are looked through without their wide rows. Texts have indexes of their own, as they are too long for it.
 */
export const listIndexes: MigrationStep = {
  id: '0006_lists',
  sql: `
create index risk_list on risk (org_id, id) include (status, current_level, residual_level, inherent_level, asset, threat, vulnerability, owner, unit,
  option, acceptance, accepted_until, accepted_level, review_due, merged_into, source, last_assessed_at, asset_value,
  inherent_likelihood, inherent_impact, current_likelihood, current_impact, residual_likelihood, residual_impact,
  criteria, method, definition_hash, created_at, updated_at)
  where archived_at is null;
drop index risk_figures, risk_residual, risk_threat, risk_title_zh, risk_title_en;
create index risk_title_zh on risk (org_id, title_zh, id) where archived_at is null;
create index risk_title_en on risk (org_id, title_en, id) where archived_at is null;
create index risk_threat_text on risk (org_id, threat_text, id) where archived_at is null and threat_text is not null;
create index risk_vulnerability_text on risk (org_id, vulnerability_text, id) where archived_at is null and vulnerability_text is not null;

create index risk_scenario_list on risk_scenario (org_id, id) include (status, asset, threat, vulnerability, unit, owner, risk, decided_by, decided_at, created_at, updated_at)
  where archived_at is null;
create index risk_scenario_title_zh on risk_scenario (org_id, title_zh, id) where archived_at is null;
create index risk_scenario_title_en on risk_scenario (org_id, title_en, id) where archived_at is null;
`,
}
