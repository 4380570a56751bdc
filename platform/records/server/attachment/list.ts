import { allows, reach, type Ctx } from '@heng/server-kit'
import { mayAttach, readableRecord } from '../record/find.ts'
import { attachmentsOf, present } from './store.ts'

/** Files of a record, newest first; those taken off it only when asked for. */
export const list = async (ctx: Ctx, { noun, recordId, removed = false }: { noun: string; recordId: string; removed?: boolean }) => {
  const found = await readableRecord(ctx, noun, recordId)
  const mayAdd = mayAttach(ctx, found) && allows(ctx, 'file:write')
  const auditor = reach(ctx, 'history:read').kind === 'all'
  const rows = await attachmentsOf(ctx, noun, recordId, removed)
  return {
    items: rows.map((row) => present(row, [
      ...(row.removed_at === null || auditor ? (['download'] as const) : []),
      ...(row.removed_at === null && mayAdd ? (['remove'] as const) : []),
    ])),
    mayAdd,
    maxBytes: ctx.kit.config.maxFile,
  }
}
