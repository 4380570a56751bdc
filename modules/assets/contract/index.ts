import { registerOperations } from '@heng/contract'
import { asset } from './asset.ts'
import { campaign, campaignOperations } from './campaign.ts'
import { dependency } from './dependency.ts'
import { identity, settings } from './identity.ts'
import { scan } from './scan.ts'

export { asset, tiers, valueFunctions } from './asset.ts'
export { attestationStates, campaign } from './campaign.ts'
export { identifierKinds } from './identity.ts'
export { assetScan, decisions, verdicts } from './scan.ts'

export const assets = {
  asset: registerOperations(asset, '/assets'),
  dependency,
  identity,
  settings,
  scan,
  campaign: { ...registerOperations(campaign, '/campaigns'), ...campaignOperations },
}
