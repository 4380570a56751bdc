import type { WorkRow } from '../../contract/index.ts'
import { dayIn, dueGroup } from '../../contract/index.ts'
import type { Ctx } from '@heng/server-kit'
import { allowedActions, type WorkRecord } from './rules.ts'

/** The day that it is for the organisation. */
export const today = (ctx: Pick<Ctx, 'org' | 'now'>): string => dayIn(ctx.org.timezone, ctx.now)

/** Name of a kind of work in the caller's language; a kind that no room names is shown as it is. */
export const kindLabel = (ctx: Pick<Ctx, 'kit' | 'locale'>, kind: string): string => ctx.kit.errors[ctx.locale].kinds[kind] ?? kind

/** Work as its reader sees it: title in their language, urgency today, and what they may do with it. */
export const presentWork = (ctx: Ctx, row: WorkRecord): WorkRow =>
  ({
    ...row,
    title: row.titles?.[ctx.locale] ?? row.title,
    kindLabel: kindLabel(ctx, row.kind),
    group: row.state === 'open' ? dueGroup(row.dueOn, today(ctx)) : null,
    allowed: allowedActions(ctx, row),
  }) as unknown as WorkRow
