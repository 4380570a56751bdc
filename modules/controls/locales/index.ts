import type { MessagesOf } from '@heng/contract'
import type { control } from '../contract/control.ts'
import type { controlTest } from '../contract/controlTest.ts'
import type { testResult } from '../contract/testResult.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: { control: MessagesOf<typeof control>; controlTest: MessagesOf<typeof controlTest>; testResult: MessagesOf<typeof testResult> }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
