import { registerOperations } from '@heng/contract'
import { asset } from './asset.ts'
import { campaign, campaignOperations } from './campaign.ts'
import { dependency } from './dependency.ts'
import { identity, settings } from './identity.ts'

export { asset, tiers, valueFunctions } from './asset.ts'
export { attestationStates, campaign } from './campaign.ts'
export { identifierKinds } from './identity.ts'

export const assets = {
  asset: registerOperations(asset, '/assets'),
  dependency,
  identity,
  settings,
  campaign: { ...registerOperations(campaign, '/campaigns'), ...campaignOperations },
}
