import type { MessagesOf } from '@heng/contract'
import type { changeSet } from '../contract/index.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { changeSet: MessagesOf<typeof changeSet> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
