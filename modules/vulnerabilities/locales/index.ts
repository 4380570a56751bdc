import type { MessagesOf } from '@heng/contract'
import type { liveCheck, penetrationTest, scanTarget, vulnerability, vulnerabilityException, vulnerabilityScan } from '../contract/index.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: {
    vulnerability: MessagesOf<typeof vulnerability>
    vulnerabilityScan: MessagesOf<typeof vulnerabilityScan>
    liveCheck: MessagesOf<typeof liveCheck>
    penetrationTest: MessagesOf<typeof penetrationTest>
    scanTarget: MessagesOf<typeof scanTarget>
    vulnerabilityException: MessagesOf<typeof vulnerabilityException>
  }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
