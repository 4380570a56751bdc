import type { MigrationStep } from '@heng/server-kit'

/** A risk may be looked at more often, or more rarely, than the criteria say for its level. */
export const reviewMonths: MigrationStep = {
  id: '0013_review_months',
  sql: `alter table risk add column review_months integer;`,
}
