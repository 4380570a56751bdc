import type { MessagesOf } from '@heng/contract'
import type { climateDetermination, contextIssue, interestedParty, partyRequirement, responsibility, scope, site } from '../contract/index.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: {
    site: MessagesOf<typeof site>
    contextIssue: MessagesOf<typeof contextIssue>
    climateDetermination: MessagesOf<typeof climateDetermination>
    interestedParty: MessagesOf<typeof interestedParty>
    partyRequirement: MessagesOf<typeof partyRequirement>
    responsibility: MessagesOf<typeof responsibility>
    scope: MessagesOf<typeof scope>
  }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
