import type { MessagesOf } from '@heng/contract'
import type { approval } from '../contract/noun.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { approval: MessagesOf<typeof approval> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
