import type { MessagesOf } from '@heng/contract'
import type { importNoun } from '../contract/noun.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { import: MessagesOf<typeof importNoun> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
