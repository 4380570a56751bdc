import { idInput, label, operation, roles } from '@heng/contract'
import { z } from 'zod'
import { approval as noun, approvalStates } from './noun.ts'

export const decisions = ['approve', 'reject'] as const
export const stepStates = ['waiting', 'open', 'completed', 'rejected', 'closed'] as const

const words = z.string().trim().max(4_000)
const text = z.object({ en: z.string(), 'zh-CN': z.string() })
const kindLabel = text.nullable()

const summary = noun.row.extend({
  kindLabel,
  /** Steps completed and steps in all. */
  progress: z.object({ done: z.int(), of: z.int() }),
  /** Whether an open step waits for this caller. */
  mine: z.boolean(),
})
export type ApprovalSummary = z.output<typeof summary>

export const decisionRow = z.object({
  person: z.object({ personId: z.uuid(), name: z.string() }),
  decision: z.enum(decisions),
  comment: z.string().nullable(),
  at: z.iso.datetime(),
})

export const stepRow = z.object({
  position: z.int(),
  /** Steps with the same number are open at the same time. */
  order: z.int(),
  /** Whoever holds this role when deciding, for the whole organisation or, with `unit`, for that unit. */
  role: z.enum(roles).nullable(),
  unit: z.uuid().nullable(),
  /** Persons named at the request. */
  personIds: z.array(z.uuid()),
  quorum: z.int(),
  state: z.enum(stepStates),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  decisions: z.array(decisionRow),
  /** Who could decide now; empty unless the step is open. */
  waitingFor: z.array(z.uuid()),
})
export type StepRow = z.output<typeof stepRow>

const difference = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })

export const detail = summary.extend({
  steps: z.array(stepRow),
  /** What was asked for, as it was then. */
  snapshot: z.unknown(),
  /** False when the stored snapshot no longer has the hash that was kept with it. */
  snapshotIntact: z.boolean(),
  /** Names of what the snapshot refers to, as they were then. */
  snapshotLabels: z.record(z.string(), label),
  /** Names of parts of the snapshot that are no fields of the noun. */
  partLabels: z.record(z.string(), text),
  /** How the record differs from the snapshot today; `changed` is null when that cannot be told. */
  current: z.object({ changed: z.boolean().nullable(), differences: z.array(difference), labels: z.record(z.string(), label) }),
  labels: z.record(z.string(), label),
})
export type ApprovalDetail = z.output<typeof detail>

export const approvalOperations = {
  list: operation({
    id: 'approval.list', method: 'GET', path: '/approvals', permission: 'signedIn',
    summary: { en: 'Approvals: to decide, requested, decided, all, or of one record', 'zh-CN': '审批：待我审批、我发起的、我已审批的、全部，或某条记录的' },
    input: z.object({
      view: z.enum(['toDecide', 'requested', 'decided', 'all']).optional(),
      /** Both together: approvals of one record, for everybody who may read it. */
      noun: z.string().max(60).optional(),
      recordId: z.uuid().optional(),
      state: z.enum(approvalStates).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    output: z.object({ items: z.array(summary), next: z.string().nullable(), labels: z.record(z.string(), label) }),
  }),
  get: operation({
    id: 'approval.get', method: 'GET', path: '/approvals/{id}', permission: 'signedIn',
    summary: { en: 'An approval with its steps, its snapshot and what has changed since', 'zh-CN': '查看审批：步骤、审批内容快照及此后的变化' },
    input: idInput,
    output: detail,
  }),
  decide: operation({
    id: 'approval.decide', method: 'POST', path: '/approvals/{id}/decide', permission: 'approval:decide',
    summary: { en: 'Approve or reject', 'zh-CN': '同意或驳回' },
    input: idInput.extend({ decision: z.enum(decisions), comment: words.optional() }),
    output: summary,
  }),
  withdraw: operation({
    id: 'approval.withdraw', method: 'POST', path: '/approvals/{id}/withdraw', permission: 'approval:request',
    summary: { en: 'Withdraw an own request', 'zh-CN': '撤回本人发起的审批' },
    input: idInput.extend({ reason: words.max(2_000).optional() }),
    output: summary,
  }),
  again: operation({
    id: 'approval.again', method: 'POST', path: '/approvals/{id}/again', permission: 'approval:request',
    summary: { en: 'Ask again, for the record as it is now', 'zh-CN': '按记录当前内容重新提交审批' },
    input: idInput.extend({ reason: words.max(2_000).optional() }),
    output: summary,
  }),
}
