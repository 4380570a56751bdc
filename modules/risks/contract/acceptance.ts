import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { acceptors } from './criteria.ts'
import { reason, versionedId } from './shared.ts'

export const acceptanceStates = ['requested', 'escalated', 'accepted', 'refused', 'expired', 'reopened', 'replaced', 'withdrawn'] as const

/** A risk owner's decision on one residual risk (ISO/IEC 27001 6.1.3 f): dated, with an end, and frozen. */
export const riskAcceptance = noun({
  name: 'riskAcceptance', room: 'risks', prefix: 'RX', label: 'title', owners: ['owner'], unit: 'unit',
  fields: {
    title: field.text({ required: true, bilingual: true, max: 500, writable: false }),
    risk: field.record('risk', { required: true, writable: false }),
    state: field.oneOf(acceptanceStates, { writable: false }),
    /** The residual level that the decision is about. */
    level: field.level({ max: 10, writable: false }),
    owner: field.person({ writable: false }),
    unit: field.unit({ writable: false }),
    plan: field.record('treatmentPlan', { writable: false }),
    /** Whose word the criteria ask for at this level, besides the owner's. */
    authority: field.oneOf(acceptors, { writable: false }),
    validUntil: field.date({ writable: false }),
    reason: field.longText({ max: 2_000, writable: false }),
    decidedBy: field.person({ writable: false, inList: false }),
    decidedAt: field.timestamp({ writable: false, inList: false }),
    countersignedBy: field.person({ writable: false, inList: false }),
    countersignedAt: field.timestamp({ writable: false, inList: false }),
    countersignReason: field.longText({ max: 2_000, writable: false }),
    frozen: field.recordOnly(field.json(z.unknown(), { writable: false })),
    frozenHash: field.text({ writable: false, inList: false, searchable: false }),
  },
})

const path = '/risk-acceptances'
const { list, get } = registerOperations(riskAcceptance, path)

export const acceptanceOperations = {
  list, get,
  request: operation({
    id: 'riskAcceptance.request', method: 'POST', path: `${path}/request`, permission: 'riskAcceptance:request',
    summary: { en: 'Ask risk owners to decide on residual risks', 'zh-CN': '请风险责任人就残余风险作出决定' },
    input: z.object({ risks: z.array(z.uuid()).min(1).max(500) }),
    output: z.object({ requested: z.int(), skipped: z.array(z.object({ risk: z.uuid(), code: z.string(), message: z.string() })) }),
  }),
  decide: operation({
    id: 'riskAcceptance.decide', method: 'POST', path: `${path}/{id}/decide`, permission: 'riskAcceptance:decide',
    summary: { en: 'Accept or refuse a residual risk', 'zh-CN': '接受或不接受残余风险' },
    input: z.object({ ...versionedId, decision: z.enum(['accept', 'refuse']), reason, validUntil: z.iso.date().optional() }),
    output: riskAcceptance.row,
  }),
  withdraw: operation({
    id: 'riskAcceptance.withdraw', method: 'POST', path: `${path}/{id}/withdraw`, permission: 'riskAcceptance:request',
    summary: { en: 'Withdraw a request or an acceptance', 'zh-CN': '撤回接受申请或接受决定' },
    input: z.object({ ...versionedId, reason }), output: riskAcceptance.row,
  }),
}
