import type { MessagesOf } from '@heng/contract'
import type { person, roleAssignment, unit } from '../contract/nouns.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { unit: MessagesOf<typeof unit>; person: MessagesOf<typeof person>; roleAssignment: MessagesOf<typeof roleAssignment> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
