import { allows, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import type { Permission } from '@heng/contract'
import { names } from './rules.ts'
import type { StoredApproval, StoredStep } from './store.ts'

/** Requester, approvers of any step, holders of `approval:read`, and whoever may read the record. */
export const mayRead = async (ctx: Ctx, a: StoredApproval, steps: readonly StoredStep[]): Promise<boolean> => {
  if (allows(ctx, 'approval:read', { ownerIds: [a.requested_by] })) return true
  if (steps.some((step) => names(step, ctx.caller))) return true
  const reg = ctx.kit.registers.get(a.subject)
  const [row] = reg === undefined ? [] : await rowsByIds(ctx, reg, [a.subject_id])
  return reg !== undefined && row !== undefined && allows(ctx, `${a.subject}:read` as Permission, resourceOf(reg, row))
}
