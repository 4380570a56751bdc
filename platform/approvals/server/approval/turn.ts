import { allows, type Ctx } from '@heng/server-kit'
import { kindNamed } from '../kinds.ts'
import { names, type Decision, type Step } from './rules.ts'
import type { StoredApproval } from './store.ts'

const may = (ctx: Ctx, permission: 'approval:decide' | 'approval:request' | 'approval:withdraw', a: StoredApproval): boolean =>
  allows(ctx, permission, { ownerIds: [permission === 'approval:decide' ? ctx.caller.personId : a.requested_by] })

export const excludedRequester = (ctx: Ctx, a: StoredApproval): string | null =>
  kindNamed(ctx.kit, a.kind)?.selfApproval === true ? null : a.requested_by

/** Whether an open step waits for this caller. */
export const isMine = (ctx: Ctx, a: StoredApproval, steps: readonly Step[], decisions: readonly Decision[]): boolean =>
  a.state === 'open' && ctx.caller.personId !== excludedRequester(ctx, a) && may(ctx, 'approval:decide', a) &&
  steps.some((step) => step.state === 'open' && names(step, ctx.caller) && !decisions.some((d) => d.position === step.position && d.person === ctx.caller.personId))

/** Who asked may take it back; the ISMS manager may too, so that a request of somebody who left does not stand for ever. */
export const mayWithdraw = (ctx: Ctx, a: StoredApproval): boolean => a.state === 'open' && (may(ctx, 'approval:request', a) || may(ctx, 'approval:withdraw', a))

export const mayAskAgain = (ctx: Ctx, a: StoredApproval): boolean =>
  (a.state === 'rejected' || a.state === 'withdrawn') && kindNamed(ctx.kit, a.kind) !== undefined && may(ctx, 'approval:request', a)

export const allowedOn = (ctx: Ctx, a: StoredApproval, mine: boolean): string[] => [
  ...(mine ? ['decide'] : []),
  ...(mayWithdraw(ctx, a) ? ['withdraw'] : []),
  ...(mayAskAgain(ctx, a) ? ['again'] : []),
]
