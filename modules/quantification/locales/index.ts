import type { MessagesOf } from '@heng/contract'
import type { quantification } from '../contract/quantification.ts'
import type { measureChoice } from '../contract/choice.ts'
import type { lossRun } from '../contract/run.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { quantification: MessagesOf<typeof quantification>; lossRun: MessagesOf<typeof lossRun>; measureChoice: MessagesOf<typeof measureChoice> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
