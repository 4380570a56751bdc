import type { MessagesOf } from '@heng/contract'
import type { report } from '../contract/report.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { report: MessagesOf<typeof report> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
