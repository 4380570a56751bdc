import type { MigrationStep } from '../module.ts'

export const historyIsAdded: MigrationStep = {
  id: '0009_history_added',
  sql: `
-- An entry stands until the next of its record begins, which needs no column: writing the end into the entry before it was half of what a
-- change cost in history. Nothing in history is ever changed now, and nobody who serves requests may.
alter table history drop column valid_to;
revoke update on history from heng_app;
`,
}
