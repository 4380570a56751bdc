import type { MessagesOf } from '@heng/contract'
import type { asset } from '../contract/asset.ts'
import type { campaign } from '../contract/campaign.ts'
import type { assetScan } from '../contract/scan.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { asset: MessagesOf<typeof asset>; campaign: MessagesOf<typeof campaign>; assetScan: MessagesOf<typeof assetScan> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
