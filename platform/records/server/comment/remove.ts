import { record, type Ctx } from '@heng/server-kit'
import { readableRecord } from '../record/find.ts'
import { checkChange, present } from './rules.ts'
import { lockComment, saveComment, type StoredComment } from './store.ts'

/** Leaves a tombstone; what was written stays in the history. */
export const remove = async (ctx: Ctx, { id, version, reason }: { id: string; version: number; reason?: string }) => {
  const before = await lockComment(ctx, id)
  const { row } = await readableRecord(ctx, before.noun, before.record_id)
  checkChange(ctx, before, version, 'remove')
  const after: StoredComment = {
    ...before, version: before.version + 1, body: null, mentions: [], deleted_at: ctx.now.toISOString(), deleted_by: ctx.caller.name,
  }
  await saveComment(ctx, after)
  await record(ctx, { noun: 'comment', action: 'deleted', reason }, [
    { id, reference: row.reference, version: after.version, before: { body: before.body }, after: null },
  ])
  return present(ctx, after)
}
