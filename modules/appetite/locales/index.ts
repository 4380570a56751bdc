import type { MessagesOf } from '@heng/contract'
import type { appetitePosition, emergingRisk, reviewTrigger, riskAppetite, riskIndicator, toleranceBreach } from '../contract/index.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: {
    riskAppetite: MessagesOf<typeof riskAppetite>
    appetitePosition: MessagesOf<typeof appetitePosition>
    toleranceBreach: MessagesOf<typeof toleranceBreach>
    reviewTrigger: MessagesOf<typeof reviewTrigger>
    riskIndicator: MessagesOf<typeof riskIndicator>
    emergingRisk: MessagesOf<typeof emergingRisk>
  }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
