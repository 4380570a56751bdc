import type { Ctx } from '@heng/server-kit'
import type { Selection } from '../../contract/scenario.ts'
import { note } from './decide.ts'
import { choose } from './selection.ts'

/** Sorts scenarios out with a reason that stays with them: the next generation does not bring them back. */
export const dismiss = async (ctx: Ctx, { select, reason }: { select: Selection; reason: string }) => {
  const { rows, remaining } = await choose(ctx, select)
  await note(ctx, rows, 'dismissed', () => ({ reason }))
  return { done: rows.length, risks: [], remaining }
}

export const reopen = async (ctx: Ctx, { ids, reason }: { ids: string[]; reason: string }) => {
  const { rows } = await choose(ctx, { ids }, 'dismissed')
  await note(ctx, rows, 'proposed', () => ({ reason }))
  return { done: rows.length, risks: [], remaining: 0 }
}
