import { defineModule } from '@heng/server-kit'
import { assets as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { asset } from './asset/register.ts'
import { assetTypes } from './asset/types.ts'
import { assetTables } from './migrations/0001_assets.ts'

export const module = defineModule({
  name: 'assets',
  migrations: [assetTables],
  permissions: {
    'asset:read': { ismsManager: 'all', topManagement: 'all', departmentHead: 'unit', employee: 'own', internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all' },
    'asset:write': { ismsManager: 'all', departmentHead: 'unit', assetOwner: 'own' },
  },
  registers: [asset],
  vocabularies: { assetTypes },
  messages,
  contract,
  handlers: { asset: asset.handlers },
})
