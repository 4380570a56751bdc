import type { Ctx } from '@heng/server-kit'
import { approvalsWhere } from './approval/store.ts'
import { sql } from 'kysely'

export { requestApproval, type ApprovalRequest, type RequestedStep } from './approval/request.ts'
export { approvalLog, approvalsWaitingFor, type ApprovalLogged, type ApprovalWaiting } from './approval/log.ts'
export { approvalsTraced, type ApprovalTraced } from './approval/traced.ts'
export { approvalKinds, type ApprovalFacts, type ApprovalKind, type Outcome, type Subject } from './kinds.ts'

export interface ApprovalStanding {
  readonly id: string
  readonly reference: string
  readonly recordId: string
  readonly kind: string
  readonly state: 'open' | 'approved' | 'rejected' | 'withdrawn'
  readonly dueOn: string | null
  readonly decidedAt: string | null
  readonly snapshotHash: string
}

/** The latest approval of each of these records, by record; one statement. */
export const latestApprovals = async (ctx: Ctx, noun: string, recordIds: readonly string[], kind?: string): Promise<Map<string, ApprovalStanding>> => {
  const rows = await approvalsWhere(ctx, [
    sql`a.subject = ${noun} and a.subject_id = any(${recordIds}::uuid[])`,
    kind === undefined ? sql`true` : sql`a.kind = ${kind}`,
    sql`not exists (select 1 from approval b where b.org_id = a.org_id and b.subject = a.subject and b.subject_id = a.subject_id and b.id > a.id
      and (${kind ?? null}::text is null or b.kind = ${kind ?? null}))`,
  ], recordIds.length + 1)
  return new Map(rows.map((a) => [a.subject_id, {
    id: a.id, reference: a.reference, recordId: a.subject_id, kind: a.kind, state: a.state, dueOn: a.due_on, decidedAt: a.decided_at, snapshotHash: a.snapshot_hash,
  }]))
}
