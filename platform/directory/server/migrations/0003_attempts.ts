import type { MigrationStep } from '@heng/server-kit'

/** How often somebody tried, per key and window: guards passwords and invitations beside better-auth's own limits per address. */
export const attemptTable: MigrationStep = {
  id: '0003_attempts',
  sql: `
create table auth.attempt (
  key text primary key,
  count integer not null,
  since timestamptz not null
);
create index on auth.attempt (since);
`,
}
