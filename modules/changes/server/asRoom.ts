import type { Ctx } from '@heng/server-kit'

/** The caller acts through a verb of this room that has checked its own right; history still names the caller. */
export const asRoom = (ctx: Ctx): Ctx => ({ ...ctx, caller: { ...ctx.caller, system: true } })
