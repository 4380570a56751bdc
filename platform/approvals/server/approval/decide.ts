import { forbidden, HengError, notFound } from '@heng/contract'
import { emit, type Ctx } from '@heng/server-kit'
import { kindOf } from '../kinds.ts'
import { mayRead } from './access.ts'
import { approversOf } from './approvers.ts'
import { chronicle } from './chronicle.ts'
import { asKind, factsOf } from './facts.ts'
import { summaryOf } from './present.ts'
import { stepOpened } from './request.ts'
import { advance, names } from './rules.ts'
import { findApproval, saveProgress, standingOf, type StoredApproval, type StoredDecision, type StoredStep } from './store.ts'

interface Input {
  readonly id: string
  readonly decision: 'approve' | 'reject'
  readonly comment?: string
}

/**
 * Approves or rejects, for every open step that names the caller. The approval is locked, so of two last decisions one
 * completes it and the other is counted before or refused after. Emits `approval.decided` {id, noun, recordId, personId, decision},
 * `approval.step.opened` when steps follow, `approval.closed` {id, noun, recordId, kind, outcome} at the end.
 */
export const decide = async (ctx: Ctx, { id, decision, comment }: Input) => {
  const before = await findApproval(ctx, id, true)
  const { steps, decisions } = await standingOf(ctx, id)
  const mine = await checkTurn(ctx, before, steps, decisions)
  const words = comment === undefined || comment === '' ? null : comment
  if (decision === 'reject' && words === null) throw new HengError('approval.reason', { fields: [{ path: 'comment', code: 'required' }] })
  const person = ctx.caller.personId!
  const made = mine.map(({ position }): StoredDecision => ({
    approval: id, position, person, person_name: ctx.caller.name, decision, comment: words, at: ctx.now.toISOString(),
  }))
  const all = [...decisions, ...made]
  const progress = advance(steps, all)
  const approval: StoredApproval = {
    ...before, version: before.version + 1, updated_at: ctx.now.toISOString(), state: progress.outcome ?? 'open',
    decided_at: progress.outcome === null ? null : ctx.now.toISOString(),
  }
  await saveProgress(ctx, approval, progress.steps, made)
  const action = progress.outcome ?? (decision === 'approve' ? 'stepApproved' : 'rejected')
  await chronicle(ctx, action, { approval: before, decisions }, { approval, decisions: all }, words)
  const subject = { noun: approval.subject, recordId: approval.subject_id }
  await emit(ctx, 'approval.decided', { id, ...subject, personId: person, decision })
  if (progress.opened.length > 0) {
    const kind = kindOf(ctx.kit, approval.kind)
    await stepOpened(ctx, approval, progress.opened, await approversOf(ctx, steps, kind.selfApproval === true ? null : approval.requested_by))
  }
  if (progress.outcome !== null) await close(ctx, approval, all, progress.outcome)
  return summaryOf(ctx, approval, progress.steps, all)
}

/** Tells the room of the record, in this transaction, and everybody else after it. */
export const close = async (ctx: Ctx, approval: StoredApproval, decisions: readonly StoredDecision[], outcome: 'approved' | 'rejected' | 'withdrawn'): Promise<void> => {
  await kindOf(ctx.kit, approval.kind).onDecided(asKind(ctx), factsOf(approval, decisions), outcome)
  await emit(ctx, 'approval.closed', { id: approval.id, noun: approval.subject, recordId: approval.subject_id, kind: approval.kind, outcome })
}

/** The open steps that wait for this caller; otherwise the reason why it is not their turn. */
const checkTurn = async (ctx: Ctx, a: StoredApproval, steps: readonly StoredStep[], decisions: readonly StoredDecision[]): Promise<StoredStep[]> => {
  if (!(await mayRead(ctx, a, steps))) throw notFound('approval')
  const named = steps.filter((step) => names(step, ctx.caller))
  if (named.length === 0) throw forbidden()
  if (a.state !== 'open') throw new HengError('approval.closed', { status: 409 })
  if (a.requested_by === ctx.caller.personId && kindOf(ctx.kit, a.kind).selfApproval !== true) throw new HengError('approval.self', { status: 403 })
  const open = named.filter((step) => step.state === 'open')
  const done = new Set(decisions.filter((d) => d.person === ctx.caller.personId).map((d) => d.position))
  const left = open.filter((step) => !done.has(step.position))
  if (left.length > 0) return left
  throw new HengError(open.length > 0 || named.every((step) => step.state !== 'waiting') ? 'approval.twice' : 'approval.notYet', { status: 409 })
}
