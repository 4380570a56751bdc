import type { MigrationStep } from '@heng/server-kit'

/** Which ports a scan asked for; of scans that were read before, nobody knows. */
export const askedPorts: MigrationStep = {
  id: '0007_asked',
  sql: `alter table asset_scan add column asked jsonb not null default '[]';`,
}
