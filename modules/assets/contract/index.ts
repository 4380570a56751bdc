import { registerOperations } from '@heng/contract'
import { asset } from './asset.ts'

export { asset } from './asset.ts'

export const assets = { asset: registerOperations(asset, '/assets') }
