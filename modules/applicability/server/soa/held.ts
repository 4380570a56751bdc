import type { Ctx } from '@heng/server-kit'

const drafts = new WeakMap<Ctx['tx'], Set<string>>()

/** Notes that this transaction has made or locked a draft: nobody can freeze it before the end, so its lines need not ask again. */
export const hold = (ctx: Ctx, id: string): void => {
  drafts.set(ctx.tx, (drafts.get(ctx.tx) ?? new Set()).add(id))
}
/** The transaction itself takes it to another state. */
export const letGo = (ctx: Ctx, id: string): void => void drafts.get(ctx.tx)?.delete(id)
export const isHeld = (ctx: Ctx, id: string): boolean => drafts.get(ctx.tx)?.has(id) ?? false
