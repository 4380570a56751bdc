import { indexRecords, record, type Ctx } from '@heng/server-kit'
import type { StoredApproval, StoredDecision, StoredStep } from './store.ts'

type Decided = Pick<StoredDecision, 'position' | 'person' | 'person_name' | 'decision' | 'comment'>

/** What history keeps of an approval: what it asks, where it stands, who decided what. */
export const remembered = (a: StoredApproval, decisions: readonly Decided[]) => ({
  title: a.title, kind: a.kind, subject: a.subject, subjectId: a.subject_id, subjectReference: a.subject_reference, state: a.state,
  requestedBy: a.requested_by, reason: a.reason, dueOn: a.due_on, decidedAt: a.decided_at, snapshotHash: a.snapshot_hash,
  decisions: decisions.map((d) => ({ step: d.position + 1, person: d.person, name: d.person_name, decision: d.decision, comment: d.comment })),
})

export interface Standing {
  readonly approval: StoredApproval
  readonly decisions: readonly Decided[]
}

export const chronicle = async (ctx: Ctx, action: string, before: Standing | null, after: Standing, reason?: string | null): Promise<void> => {
  await record(ctx, { noun: 'approval', action, reason: reason ?? null }, [{
    id: after.approval.id,
    reference: after.approval.reference,
    version: after.approval.version,
    before: before === null ? null : remembered(before.approval, before.decisions),
    after: remembered(after.approval, after.decisions),
  }])
}

/** Found by requester and named approvers, and by those who may read all approvals. */
export const indexApproval = async (ctx: Ctx, a: StoredApproval, steps: readonly Pick<StoredStep, 'persons'>[]): Promise<void> => {
  const people = new Set([a.requested_by, ...steps.flatMap((s) => [...s.persons])].filter((id) => id !== null))
  await indexRecords(ctx, 'approval', [{
    id: a.id, reference: a.reference, title: a.title, body: [a.subject_reference, a.reason].filter((t) => t !== null).join('\n'),
    unitId: null, ownerIds: [...people], archived: false,
  }])
}
