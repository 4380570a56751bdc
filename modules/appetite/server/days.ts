import type { Ctx } from '@heng/server-kit'
import { addDays, dayIn } from '@heng/work/contract'

/** Today as `YYYY-MM-DD` in the organisation's time zone, and days from then. */
export const today = (ctx: Pick<Ctx, 'now' | 'org'>): string => dayIn(ctx.org.timezone, ctx.now)
export const inDays = (ctx: Pick<Ctx, 'now' | 'org'>, days: number): string => addDays(today(ctx), days)
