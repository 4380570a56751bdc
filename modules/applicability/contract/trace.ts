import { operation } from '@heng/contract'
import { z } from 'zod'
import { graph } from './graph.ts'
import { reasons } from './nouns.ts'
import { traced } from './traced.ts'

const record = z.object({ id: z.uuid(), reference: z.string(), name: z.string() })
const level = z.int().nullable()

export const tracedLine = record.extend({
  ref: z.string(),
  soa: z.uuid(),
  number: z.int(),
  state: z.enum(['draft', 'inReview', 'approved']),
  applicable: z.enum(['yes', 'no', 'undecided']),
  reasons: z.array(z.enum(reasons)),
})
export const tracedControl = record.extend({ state: z.string(), document: z.string().nullable() })
export const tracedRisk = record.extend({ currentLevel: level, residualLevel: level, option: z.string().nullable(), acceptance: z.string(), acceptedUntil: z.string().nullable() })
/** An approval of something in the chain, with who decided it. */
export const tracedApproval = record.extend({
  noun: z.string(),
  recordId: z.uuid(),
  state: z.enum(['open', 'approved', 'rejected', 'withdrawn']),
  decidedAt: z.iso.datetime().nullable(),
  by: z.array(z.string()),
})
/** A decision on one residual risk (6.1.3 f). */
export const tracedAcceptance = record.extend({ state: z.string(), by: z.string().nullable(), decidedAt: z.iso.datetime().nullable(), validUntil: z.string().nullable() })
export const tracedFile = z.object({ id: z.uuid(), name: z.string(), size: z.int(), noun: z.string(), recordId: z.uuid(), reference: z.string(), addedAt: z.iso.datetime(), addedBy: z.string() })
export const tracedChange = z.object({
  id: z.uuid(),
  noun: z.string(),
  recordId: z.uuid(),
  reference: z.string().nullable(),
  action: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
})

/** From a control to its risks, decisions, evidence and history, whichever end one begins at; as far as the caller may read. */
export const chain = z.object({
  lines: z.array(tracedLine),
  controls: z.array(tracedControl),
  risks: z.array(tracedRisk),
  approvals: z.array(tracedApproval),
  acceptances: z.array(tracedAcceptance),
  files: z.array(tracedFile),
  changes: z.array(tracedChange),
})
export type Chain = z.output<typeof chain>

export const trace = {
  graph,
  of: operation({
    id: 'trace.of',
    method: 'GET',
    path: '/trace/{noun}/{id}',
    permission: 'signedIn',
    summary: { en: 'Lines, controls, risks, approvals, evidence and history linked to a record', 'zh-CN': '查看相互关联的声明条目、控制措施、风险、审批、证据和变更' },
    input: z.object({ noun: z.enum(traced), id: z.uuid() }),
    output: chain,
  }),
}
