import { forbidden, HengError, notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { kindOf } from '../kinds.ts'
import { mayRead } from './access.ts'
import { asKind } from './facts.ts'
import { summaryOf } from './present.ts'
import { request } from './request.ts'
import { takeSnapshot } from './snapshot.ts'
import { findApproval, stepsOf } from './store.ts'
import { mayAskAgain } from './turn.ts'

/** Asks the same people again, for the record as it is now: a new approval with a snapshot of its own. */
export const again = async (ctx: Ctx, { id, reason }: { id: string; reason?: string }) => {
  const old = await findApproval(ctx, id, true)
  const steps = await stepsOf(ctx, [id])
  if (!(await mayRead(ctx, old, steps))) throw notFound('approval')
  if (old.state === 'open') throw new HengError('approval.alreadyOpen', { status: 409 })
  if (old.state === 'approved') throw new HengError('approval.closed', { status: 409 })
  if (!mayAskAgain(ctx, old)) throw forbidden()
  const subject = { noun: old.subject, recordId: old.subject_id }
  const { approval, opened } = await request(ctx, {
    ...subject, reference: old.subject_reference, title: old.title, kind: old.kind, reason: reason ?? null,
    // A day that has passed would make the new request overdue from the start.
    dueOn: old.due_on !== null && old.due_on >= ctx.now.toISOString().slice(0, 10) ? old.due_on : null,
    snapshot: await freshSnapshot(ctx, old.kind, subject, JSON.parse(old.snapshot) as unknown),
    steps: steps.map((s) => ({ order: s.sequence, role: s.role, unit: s.unit, personIds: s.persons, quorum: s.quorum })),
  })
  return summaryOf(ctx, approval, opened, [])
}

/** As the kind builds it; else today's values of the fields that the old one had. */
const freshSnapshot = async (ctx: Ctx, kindName: string, subject: { noun: string; recordId: string }, old: unknown): Promise<unknown> => {
  const kind = kindOf(ctx.kit, kindName)
  const fresh = await takeSnapshot(asKind(ctx), kind, subject)
  if (kind.snapshot !== undefined || typeof old !== 'object' || old === null) return fresh
  return Object.fromEntries(Object.entries(fresh as object).filter(([key]) => Object.hasOwn(old, key)))
}
