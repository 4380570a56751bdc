import type { MigrationStep } from '@heng/server-kit'

/** Nearly every score moves a little every day: with no index over them and room on their pages that costs half. */
export const scoreTables: MigrationStep = {
  id: '0005_scores',
  sql: `
alter table exploit_score drop constraint exploit_score_pkey, add primary key (org_id, cve);
alter table exploit_score set (fillfactor = 50);
`,
}
