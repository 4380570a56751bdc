import type { MigrationStep } from '@heng/server-kit'

/** Rows that name rows of the same file are written after them. */
export const rowRank: MigrationStep = {
  id: '0002_rank',
  sql: `
-- How many rows have to be written before this one, one after the other.
alter table import_row add column rank integer not null default 0;
create index import_row_rank on import_row (session, action, rank, line) where rank > 0;
`,
}
