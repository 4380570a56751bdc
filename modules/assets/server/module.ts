import { defineModule } from '@heng/server-kit'
import { assets as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { asset } from './asset/register.ts'
import { assetTypes } from './asset/types.ts'
import { campaign } from './campaign/register.ts'
import { campaignWork } from './campaign/work.ts'
import * as campaigns from './campaign/verbs.ts'
import { graph } from './dependency/graph.ts'
import { valuePath } from './dependency/path.ts'
import * as dependency from './dependency/verbs.ts'
import { duplicates } from './duplicate/find.ts'
import { merge } from './duplicate/merge.ts'
import * as identity from './identifier/verbs.ts'
import { assetImport } from './import/support.ts'
import { assetTables } from './migrations/0001_assets.ts'
import { scanTables } from './migrations/0002_scans.ts'
import { tagKind } from './migrations/0004_tag.ts'
import { listIndex } from './migrations/0005_list.ts'
import { keysWithoutLookUps } from './migrations/0006_keys.ts'
import { askedPorts } from './migrations/0007_asked.ts'
import { shortExplanations } from './migrations/0008_explanations.ts'
import { keyAssetsInList } from './migrations/0009_key_assets.ts'
import { fewerLookUps } from './migrations/0010_writes.ts'
import { sourceTable } from './migrations/0003_sources.ts'
import { apply, runApply } from './scan/apply.ts'
import { check, decide, discard } from './scan/decide.ts'
import { details, hosts } from './scan/look.ts'
import { assetScan } from './scan/register.ts'
import { mountScanUpload } from './scan/upload.ts'
import * as settings from './settings/verbs.ts'

const readers = { ismsManager: 'all', topManagement: 'all', departmentHead: 'unit', employee: 'own', internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all' } as const

export const module = defineModule({
  name: 'assets',
  migrations: [assetTables, scanTables, sourceTable, tagKind, listIndex, keysWithoutLookUps, askedPorts, shortExplanations, keyAssetsInList, fewerLookUps],
  messages,
  permissions: {
    'asset:read': readers,
    'asset:write': { ismsManager: 'all', departmentHead: 'unit', assetOwner: 'own' },
    'assetSettings:write': { ismsManager: 'all' },
    // Whoever is asked must find the campaign, also one of the whole organisation; which assets they see in it is asked of `asset:read`.
    'campaign:read': { ...readers, departmentHead: 'all', employee: 'all' },
    'campaign:write': { ismsManager: 'all' },
    // Whoever is asked may answer: owners for their assets, heads for their unit.
    'campaign:attest': { ismsManager: 'all', departmentHead: 'unit', employee: 'own' },
    // One's own imports of scans; all of them for those who answer for the inventory or audit it.
    'assetScan:read': { ismsManager: 'all', departmentHead: 'own', internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all' },
    'assetScan:run': { ismsManager: 'all', departmentHead: 'own' },
  },
  past: ['asset_dependency', 'attestation'],
  registers: [asset, campaign, assetScan],
  vocabularies: { assetTypes },
  extensions: [assetImport],
  on: campaignWork,
  jobs: { 'assets.revalue': settings.revalue, 'assets.scan': runApply },
  contract,
  handlers: {
    asset: asset.handlers,
    dependency: { graph, valuePath, add: dependency.add, remove: dependency.remove },
    identity: { get: identity.get, set: identity.set, duplicates, merge },
    settings: { get: settings.get, update: settings.update },
    scan: { list: assetScan.handlers.list, get: assetScan.handlers.get, details, hosts, decide, check, apply, discard },
    campaign: {
      ...campaign.handlers,
      open: campaigns.open, close: campaigns.close, progress: campaigns.progress, attestations: campaigns.attestations, decide: campaigns.decide,
    },
  },
  routes: mountScanUpload,
})
