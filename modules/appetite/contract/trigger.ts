import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { reason, versionedId } from './shared.ts'
import { triggerKinds } from './triggerKinds.ts'

export const triggerStates = ['open', 'answered', 'withdrawn'] as const
export const triggerAnswers = ['rated', 'reviewed', 'ended'] as const

/** Something happened that calls an assessment into question: one for each risk and cause, until it is rated or reviewed. */
export const reviewTrigger = noun({
  name: 'reviewTrigger', room: 'appetite', prefix: 'RT', label: 'title', owners: ['owner'], unit: 'unit',
  fields: {
    /** What happened. */
    title: field.text({ required: true, bilingual: true, max: 500, writable: false }),
    risk: field.record('risk', { required: true, writable: false }),
    kind: field.oneOf(triggerKinds, { required: true, writable: false }),
    state: field.oneOf(triggerStates, { required: true, writable: false }),
    dueOn: field.date({ writable: false }),
    owner: field.person({ writable: false }),
    unit: field.unit({ writable: false }),
    raisedAt: field.timestamp({ writable: false }),
    raisedBy: field.person({ writable: false, inList: false }),
    /** The record that it came from. */
    sourceNoun: field.text({ max: 60, writable: false, inList: false, searchable: false }),
    sourceId: field.record('record', { writable: false, inList: false }),
    sourceReference: field.text({ max: 60, writable: false }),
    /** Which change of that record. */
    sourceVersion: field.recordOnly(field.integer({ writable: false })),
    answer: field.oneOf(triggerAnswers, { writable: false }),
    answeredAt: field.timestamp({ writable: false, inList: false }),
  },
})

const path = '/review-triggers'
const { list, get } = registerOperations(reviewTrigger, path)

export const triggerOperations = {
  list, get,
  raise: operation({
    id: 'reviewTrigger.raise', method: 'POST', path: `${path}/raise`, permission: 'reviewTrigger:raise',
    summary: { en: 'Reopen the assessment of risks, with the reason', 'zh-CN': '触发风险复评并说明理由' },
    input: z.object({
      risks: z.array(z.uuid()).min(1).max(500),
      kind: z.enum(triggerKinds),
      reason: reason.max(500),
      source: z.object({ noun: z.string().max(60), id: z.uuid(), reference: z.string().max(60) }).optional(),
      /** Instead of the days that the statement gives. */
      days: z.int().min(1).max(365).optional(),
    }),
    output: z.object({
      raised: z.int(),
      /** Closed, or asked about for the same cause already. */
      skipped: z.int(),
    }),
  }),
  withdraw: operation({
    id: 'reviewTrigger.withdraw', method: 'POST', path: `${path}/{id}/withdraw`, permission: 'reviewTrigger:raise',
    summary: { en: 'Withdraw a trigger that was raised by mistake', 'zh-CN': '撤回误触发的复评' },
    input: z.object({ ...versionedId, reason }), output: reviewTrigger.row,
  }),
}
