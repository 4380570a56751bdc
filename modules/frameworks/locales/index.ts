import type { MessagesOf } from '@heng/contract'
import type { framework, mapping, requirement } from '../contract/nouns.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { framework: MessagesOf<typeof framework>; requirement: MessagesOf<typeof requirement>; mapping: MessagesOf<typeof mapping> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
