import type { MessagesOf } from '@heng/contract'
import type { control } from '../contract/control.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { control: MessagesOf<typeof control> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
