import type { Ctx } from '@heng/server-kit'

/**
 * The same caller, past the permission check of the register: for changes whose right the verb has decided by
 * rules of its own (a room opens work for others; whoever holds the role takes it). History keeps naming the caller.
 */
export const elevated = (ctx: Ctx): Ctx => ({ ...ctx, caller: { ...ctx.caller, system: true } })
