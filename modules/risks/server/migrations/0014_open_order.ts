import type { MigrationStep } from '@heng/server-kit'

/** The highest open risks are found in their order: what a statement of applicability needs of each control is read from the first two thousand. */
export const openOrder: MigrationStep = {
  id: '0014_open_order',
  sql: `
drop index risk_open_level;
create index risk_open_level on risk (org_id, current_level desc nulls last, id) where archived_at is null and status = 'open';
`,
}
