import { forbidden, HengError, notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { mayRead } from './access.ts'
import { chronicle } from './chronicle.ts'
import { close } from './decide.ts'
import { summaryOf } from './present.ts'
import type { Step } from './rules.ts'
import { decisionsOf, findApproval, saveProgress, stepsOf, type StoredApproval } from './store.ts'
import { mayWithdraw } from './turn.ts'

/** Takes an open request back; the room of the record is told in the same transaction. */
export const withdraw = async (ctx: Ctx, { id, reason }: { id: string; reason?: string }) => {
  const before = await findApproval(ctx, id, true)
  const steps = await stepsOf(ctx, [id])
  if (!(await mayRead(ctx, before, steps))) throw notFound('approval')
  if (before.state !== 'open') throw new HengError('approval.closed', { status: 409 })
  if (!mayWithdraw(ctx, before)) throw forbidden()
  const decisions = await decisionsOf(ctx, [id])
  const approval: StoredApproval = { ...before, version: before.version + 1, updated_at: ctx.now.toISOString(), state: 'withdrawn', decided_at: ctx.now.toISOString() }
  const ended = steps.map((step): Step => ({ ...step, state: step.state === 'completed' ? 'completed' : 'closed' }))
  await saveProgress(ctx, approval, ended)
  await chronicle(ctx, 'withdrawn', { approval: before, decisions }, { approval, decisions }, reason ?? null)
  await close(ctx, approval, decisions, 'withdrawn')
  return summaryOf(ctx, approval, ended, decisions)
}
