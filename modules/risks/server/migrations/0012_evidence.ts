import type { MigrationStep } from '@heng/server-kit'

/**
 * The level that the tests of controls support, beside the one that people rated. The list's narrow index holds it, so that lists filter by it and the map counts
 * it without reading rows.
 */
export const evidenceColumns: MigrationStep = {
  id: '0012_evidence',
  sql: `
alter table risk add evidenced_level smallint, add evidenced_likelihood smallint, add evidenced_impact smallint, add evidenced_best smallint, add evidenced_worst smallint,
  add support text, add evidence_stale boolean, add control_effects jsonb;
update risk t set control_effects = (select jsonb_agg(jsonb_build_object('control', l.control, 'reductions', '[]'::jsonb, 'frequency', null, 'magnitude', null) order by l.control)
  from risk_control l where l.org_id = t.org_id and l.risk = t.id)
where exists (select 1 from risk_control l where l.org_id = t.org_id and l.risk = t.id);
drop index risk_list;
create index risk_list on risk (org_id, id) include (current_level, current_likelihood, current_impact, residual_level, residual_likelihood, residual_impact,
  inherent_level, inherent_likelihood, inherent_impact, evidenced_level, support, evidence_stale, asset_value, status, unit, owner, asset, threat, vulnerability,
  properties, option, acceptance, accepted_until, accepted_level, review_due, source, last_assessed_at, created_at, updated_at)
  where archived_at is null;
`,
}
