import type { MigrationStep } from '@heng/server-kit'

/** The tag that a company sticks on what it owns recognises it again, too. */
export const tagKind: MigrationStep = {
  id: '0004_asset_tags',
  sql: `
alter table asset_identifier drop constraint asset_identifier_kind_check,
  add constraint asset_identifier_kind_check check (kind in ('cloudId', 'hostUuid', 'serial', 'assetTag', 'mac', 'fqdn', 'hostname', 'ip'));
`,
}
