import type { Ctx } from '@heng/server-kit'
import { notify } from '../notice/notify.ts'
import { assigneeFor } from './assignee.ts'
import { changeWork, workFor, type Versioned } from './change.ts'
import { assignedNotice } from './notices.ts'

interface Input extends Versioned {
  readonly assignee: string
  readonly dueOn?: string | null
  readonly reason: string
}

/**
 * Hands work to another person. Those who answer for a unit hand work to anybody in it; whoever has the work may
 * also pass it to a colleague of the same unit, and whoever gave it may take it back.
 */
export const reassign = async (ctx: Ctx, input: Input) => {
  const row = await workFor(ctx, input, 'reassign')
  const to = await assigneeFor(ctx, input.assignee, row)
  const dueOn = input.dueOn === undefined ? row.dueOn : input.dueOn
  const moved = await changeWork(ctx, row, { assignee: to.id, unit: to.unit ?? row.unit, dueOn }, input.reason)
  if (to.id !== row.assignee) await notify(ctx, [assignedNotice({ ...row, dueOn }, to.id, moved.version)])
  return moved
}
