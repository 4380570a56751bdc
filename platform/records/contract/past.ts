import { instant, label, operation } from '@heng/contract'
import { z } from 'zod'
import { fieldChange } from './history.ts'
import { paging, recordRef } from './record.ts'

export const changeKind = z.enum(['added', 'changed', 'gone'])

export const recordChange = z.object({
  id: z.uuid(),
  reference: z.string(),
  /** As the record was called when it was last seen between the two instants. */
  name: z.string(),
  /** `gone` are also those that were archived. */
  kind: changeKind,
  /** Exactly the fields that differ, in the order of the noun; none of records that came or went. */
  fields: z.array(fieldChange),
})
export type RecordChange = z.output<typeof recordChange>

export const past = {
  changes: operation({
    id: 'past.changes', method: 'GET', path: '/past/{noun}/changes', permission: 'signedIn',
    summary: { en: 'What of a register came, changed and went between two instants', 'zh-CN': '两个时点之间某类记录的新增、变更和移除' },
    /** Without `to`, until now. */
    input: z.object({ noun: recordRef.noun, from: instant, to: instant.optional(), kind: changeKind.optional(), ...paging }),
    output: z.object({
      from: z.iso.datetime(), to: z.iso.datetime(),
      counts: z.object({ added: z.int(), changed: z.int(), gone: z.int() }),
      items: z.array(recordChange),
      next: z.string().nullable(),
      labels: z.record(z.string(), label),
    }),
  }),
  days: operation({
    id: 'past.days', method: 'GET', path: '/past/days', permission: 'signedIn',
    summary: { en: 'Days on which anything changed, from the first entry of the history', 'zh-CN': '自首条历史记录以来发生变更的日期' },
    input: z.object({}),
    output: z.object({
      /** The first entry of the history; null before there is one. */
      first: z.iso.datetime().nullable(),
      now: z.iso.datetime(),
      /** In the organisation's time zone, oldest first; at most the latest 4,000. */
      days: z.array(z.iso.date()),
    }),
  }),
}
