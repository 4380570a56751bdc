import { requestApproval } from '@heng/approvals/reads'
import type { Ctx } from '@heng/server-kit'
import { asking, stepsFor } from './approval.ts'
import { completeContent } from './content.ts'
import { setFor, shown } from './store.ts'

/** Freezes a set with its effect and asks for approval; it moves to review in the same transaction. Twelve statements. */
export const submit = async (ctx: Ctx, { id, version, reason }: { id: string; version: number; reason?: string }) => {
  const set = await setFor(ctx, id, { permission: 'changeSet:submit', lock: true, version, states: ['draft', 'rejected'] })
  const content = await completeContent(ctx, set)
  const asksAsManager = ctx.caller.roles.some(({ role, unitIds }) => role === 'ismsManager' && unitIds === null)
  const submitted = await asking(ctx, set, () => requestApproval(ctx, {
    noun: 'changeSet', recordId: set.id, reference: set.reference, title: set.title, kind: 'changeSet', snapshot: content,
    steps: stepsFor(asksAsManager, content.effect), reason: reason ?? null,
  }))
  return shown(ctx, submitted)
}
