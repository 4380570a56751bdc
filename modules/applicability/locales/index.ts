import type { MessagesOf } from '@heng/contract'
import type { conclusion } from '../contract/conclusion.ts'
import type { soa, soaLine } from '../contract/nouns.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { soa: MessagesOf<typeof soa>; soaLine: MessagesOf<typeof soaLine>; conclusion: MessagesOf<typeof conclusion> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
