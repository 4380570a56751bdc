import type { Ctx } from '@heng/server-kit'
import { changeWork, workFor, type Versioned } from './change.ts'

/** Takes work that is open to a role of the caller's; the others who hold the role no longer see it as theirs. */
export const take = async (ctx: Ctx, input: Versioned) => {
  const row = await workFor(ctx, input, 'take')
  return changeWork(ctx, row, { assignee: ctx.caller.personId })
}
