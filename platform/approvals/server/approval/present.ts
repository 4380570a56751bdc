import { labelsFor, type Ctx } from '@heng/server-kit'
import type { ApprovalDetail, ApprovalSummary, StepRow } from '../../contract/operations.ts'
import { kindNamed } from '../kinds.ts'
import { approversOf } from './approvers.ts'
import type { Decision, Step } from './rules.ts'
import { compare, hashOf } from './snapshot.ts'
import { decisionsOf, stepsOf, type StoredApproval, type StoredDecision, type StoredStep } from './store.ts'
import { allowedOn, excludedRequester, isMine } from './turn.ts'

export const summaryOf = (ctx: Ctx, a: StoredApproval, steps: readonly Step[], decisions: readonly Decision[]): ApprovalSummary => {
  const mine = isMine(ctx, a, steps, decisions)
  return {
    id: a.id, reference: a.reference, version: a.version, createdAt: a.created_at, updatedAt: a.updated_at, archivedAt: null,
    title: a.title, kind: a.kind, subject: a.subject, subjectId: a.subject_id, subjectReference: a.subject_reference, state: a.state,
    requestedBy: a.requested_by, reason: a.reason, dueOn: a.due_on, decidedAt: a.decided_at, snapshotHash: a.snapshot_hash,
    kindLabel: kindNamed(ctx.kit, a.kind)?.label ?? null,
    progress: { done: steps.filter((s) => s.state === 'completed').length, of: steps.length },
    mine,
    allowed: allowedOn(ctx, a, mine),
  }
}

const stepRow = (step: StoredStep, decisions: readonly StoredDecision[], approvers: readonly string[]): StepRow => {
  const own = decisions.filter((d) => d.position === step.position)
  return {
    position: step.position, order: step.sequence, role: step.role, unit: step.unit, personIds: [...step.persons], quorum: step.quorum,
    state: step.state, openedAt: step.opened_at, closedAt: step.closed_at,
    decisions: own.map((d) => ({ person: { personId: d.person, name: d.person_name }, decision: d.decision, comment: d.comment, at: d.at })),
    waitingFor: step.state === 'open' ? approvers.filter((id) => !own.some((d) => d.person === id)) : [],
  }
}

/** An approval in full; at most a dozen statements, whatever it contains. */
export const present = async (ctx: Ctx, a: StoredApproval, known?: readonly StoredStep[]): Promise<ApprovalDetail> => {
  const steps = known ?? (await stepsOf(ctx, [a.id]))
  const decisions = await decisionsOf(ctx, [a.id])
  const approvers = a.state === 'open' ? await approversOf(ctx, steps, excludedRequester(ctx, a)) : steps.map(() => [])
  const rows = steps.map((step, at) => stepRow(step, decisions, approvers[at]!))
  const snapshot = JSON.parse(a.snapshot) as unknown
  const people = new Set([a.requested_by, ...rows.flatMap((row) => [...row.personIds, ...row.waitingFor])].filter((id) => id !== null))
  const units = new Set(rows.map((row) => row.unit).filter((id) => id !== null))
  return {
    ...summaryOf(ctx, a, steps, decisions),
    steps: rows,
    snapshot,
    snapshotIntact: hashOf(a.snapshot) === a.snapshot_hash,
    snapshotLabels: a.snapshot_labels,
    partLabels: { ...kindNamed(ctx.kit, a.kind)?.parts },
    current: await compare(ctx, a, snapshot),
    labels: { ...(await labelsFor(ctx, 'person', [...people])), ...(await labelsFor(ctx, 'unit', [...units])) },
  }
}
