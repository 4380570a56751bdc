import { label, operation } from '@heng/contract'
import { z } from 'zod'
import { actor, paging, recordRef } from './record.ts'

/** `broken`: the payload no longer fits the hash that was kept apart from it. `erased`: removed on purpose, the hash remains. */
export const payloadStates = ['intact', 'broken', 'erased'] as const

export const fieldChange = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })
export type FieldChange = z.output<typeof fieldChange>

export const historyEntry = z.object({
  id: z.uuid(),
  noun: z.string(),
  recordId: z.uuid(),
  reference: z.string().nullable(),
  /** Past-tense verb: `created`, `updated`, `archived`, `restored` or one of the noun's own. */
  action: z.string(),
  version: z.int(),
  actor: actor.extend({ system: z.boolean() }),
  at: z.iso.datetime(),
  via: z.enum(['web', 'api', 'job', 'setup']),
  /** Network address; only in the audit trail. */
  ip: z.string().nullable(),
  reason: z.string().nullable(),
  /** Exactly the fields that differ, in the order of the noun. */
  changes: z.array(fieldChange),
  payload: z.enum(payloadStates),
})
export type HistoryEntry = z.output<typeof historyEntry>

export const historyPage = z.object({
  items: z.array(historyEntry),
  next: z.string().nullable(),
  /** Names of the records that changed and of those that changed values refer to. */
  labels: z.record(z.string(), label),
})

export const history = {
  list: operation({
    id: 'history.list', method: 'GET', path: '/records/{noun}/{recordId}/history', permission: 'signedIn',
    summary: { en: 'History of a record, newest first, with what was attached to it', 'zh-CN': '记录的变更历史（含附件增减），最新在前' },
    input: z.object({ ...recordRef, ...paging }),
    output: historyPage,
  }),
  feed: operation({
    id: 'history.feed', method: 'GET', path: '/history', permission: 'history:read',
    summary: { en: 'Audit trail of the organisation', 'zh-CN': '本组织的审计轨迹' },
    input: z.object({
      nouns: z.array(recordRef.noun).max(50).optional(),
      /** A person; `system` for what Heng did by itself. */
      actor: z.union([z.uuid(), z.literal('system')]).optional(),
      action: z.string().max(60).optional(),
      /** Days in the organisation's time zone, both included. */
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      ...paging,
    }),
    output: historyPage,
  }),
}
