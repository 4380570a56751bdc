import type { Ctx } from '@heng/server-kit'
import { changeWork, workFor, type Versioned } from './change.ts'

/** Calls a task off, with the reason; it stays on record. */
export const cancel = async (ctx: Ctx, input: Versioned & { reason: string }) => {
  const row = await workFor(ctx, input, 'cancel')
  const values = { state: 'cancelled', result: input.reason, completedAt: ctx.now.toISOString(), completedBy: ctx.caller.personId }
  return changeWork(ctx, row, values, input.reason)
}
