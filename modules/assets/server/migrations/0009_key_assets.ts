import type { MigrationStep } from '@heng/server-kit'

/** Key assets are so many that the list's own index meets a page of them soon enough. */
export const keyAssetsInList: MigrationStep = {
  id: '0009_key_assets',
  sql: `
drop index asset_key;
`,
}
