import type { MessagesOf } from '@heng/contract'
import type { workItem } from '../contract/workItem.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { workItem: MessagesOf<typeof workItem> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
