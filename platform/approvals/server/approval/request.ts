import { HengError, type Role } from '@heng/contract'
import { emit, nextReferences, type Ctx } from '@heng/server-kit'
import { v7 } from 'uuid'
import { kindOf, type Subject } from '../kinds.ts'
import { approversOf, checkReachable, checkShape } from './approvers.ts'
import { chronicle, indexApproval } from './chronicle.ts'
import { asKind, factsOf } from './facts.ts'
import { firstStates, type Step } from './rules.ts'
import { freeze, labelsOfSnapshot, takeSnapshot } from './snapshot.ts'
import { insertApproval, type StoredApproval } from './store.ts'

export interface RequestedStep {
  /** Steps with the same number are open at the same time; lower numbers come first. */
  readonly order: number
  /** Whoever holds it when deciding; with `unit`, holders whose role reaches that unit, without, only those of the whole organisation. */
  readonly role?: Role | null
  readonly unit?: string | null
  readonly personIds?: readonly string[]
  /** Approvals that complete the step; 1 by default. */
  readonly quorum?: number
}

export interface ApprovalRequest extends Subject {
  /** Reference of the record, shown beside the title. */
  readonly reference: string | null
  readonly title: string
  readonly kind: string
  /**
   * What is approved, any JSON. Keys that are fields of the noun are shown under their labels; rows of other nouns go in as
   * `{ noun, rows }`. Leave out what the decision itself changes (a state), or it will show as changed afterwards.
   * Without a snapshot the kind's own or every field of the record is taken.
   */
  readonly snapshot?: unknown
  readonly steps: readonly RequestedStep[]
  /** A calendar day. */
  readonly dueOn?: string | null
  /** Why it is asked for; shown to the approvers. */
  readonly reason?: string | null
}

/**
 * Asks for approval of a record, in the caller's transaction: freezes the snapshot with its hash, opens the first step and
 * tells its approvers. The caller's room has authorised the verb that asks.
 * Emits `approval.requested` {id, noun, recordId, kind} and `approval.step.opened` (see `stepOpened`).
 * Throws `approval.alreadyOpen` (one open approval per record and kind) and `approval.noApprover`.
 */
export const requestApproval = async (ctx: Ctx, asked: ApprovalRequest): Promise<{ id: string; reference: string; snapshotHash: string }> => {
  const { approval } = await request(ctx, asked)
  return { id: approval.id, reference: approval.reference, snapshotHash: approval.snapshot_hash }
}

/** As `requestApproval`; answers with what was written. */
export const request = async (ctx: Ctx, request: ApprovalRequest): Promise<{ approval: StoredApproval; opened: readonly Step[] }> => {
  const kind = kindOf(ctx.kit, request.kind)
  const subject = { noun: request.noun, recordId: request.recordId }
  const requestedBy = ctx.caller.personId
  const steps = firstStates(request.steps.toSorted((a, b) => a.order - b.order).map((step, position): Omit<Step, 'state'> => ({
    position, sequence: step.order, role: step.role ?? null, unit: step.unit ?? null, persons: [...new Set(step.personIds ?? [])], quorum: step.quorum ?? 1,
  })))
  checkShape(steps)
  const approvers = await approversOf(ctx, steps, kind.selfApproval === true ? null : requestedBy)
  checkReachable(steps, approvers)
  const snapshot = request.snapshot ?? (await takeSnapshot(ctx, kind, subject))
  const frozen = freeze(snapshot)
  const [reference] = await nextReferences(ctx, 'approval', 'AP', 1)
  const at = ctx.now.toISOString()
  const approval: StoredApproval = {
    id: v7(), reference: reference!, version: 1, created_at: at, updated_at: at, title: request.title, kind: request.kind,
    subject: request.noun, subject_id: request.recordId, subject_reference: request.reference, state: 'open', requested_by: requestedBy,
    reason: request.reason ?? null, due_on: request.dueOn ?? null, decided_at: null, snapshot: frozen.text, snapshot_hash: frozen.hash,
    snapshot_labels: await labelsOfSnapshot(ctx, request.noun, snapshot),
  }
  await onlyOne(() => insertApproval(ctx, approval, steps.map((s) => ({ ...s, opened_at: s.state === 'open' ? at : null }))))
  await chronicle(ctx, 'requested', null, { approval, decisions: [] }, approval.reason)
  await indexApproval(ctx, approval, steps)
  await kind.onRequested?.(asKind(ctx), factsOf(approval, []))
  await emit(ctx, 'approval.requested', { id: approval.id, ...subject, kind: approval.kind })
  await stepOpened(ctx, approval, steps.filter((s) => s.state === 'open').map((s) => s.position), approvers)
  return { approval, opened: steps }
}

/** Emits `approval.step.opened` {id, noun, recordId, kind, reference, title, subjectReference, dueOn, requestedBy, positions, personIds}. */
export const stepOpened = async (ctx: Ctx, a: StoredApproval, positions: readonly number[], approvers: readonly (readonly string[])[]): Promise<void> => {
  const personIds = [...new Set(positions.flatMap((position) => [...approvers[position]!]))]
  await emit(ctx, 'approval.step.opened', {
    id: a.id, noun: a.subject, recordId: a.subject_id, kind: a.kind, reference: a.reference, title: a.title, subjectReference: a.subject_reference,
    dueOn: a.due_on, requestedBy: a.requested_by, positions, personIds,
  })
}

const onlyOne = async (write: () => Promise<void>): Promise<void> => {
  try {
    await write()
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23505' && constraint === 'approval_open') throw new HengError('approval.alreadyOpen', { status: 409, cause: error })
    throw error
  }
}
