import { emit, record, type Ctx } from '@heng/server-kit'
import { readableRecord } from '../record/find.ts'
import { checkedMentions } from './mentions.ts'
import { checkChange, present } from './rules.ts'
import { lockComment, saveComment, type StoredComment } from './store.ts'

/** Changes an own comment while it is fresh; who is newly mentioned is told like at the start. */
export const update = async (ctx: Ctx, { id, version, body }: { id: string; version: number; body: string }) => {
  const before = await lockComment(ctx, id)
  const { row } = await readableRecord(ctx, before.noun, before.record_id)
  checkChange(ctx, before, version, 'update')
  if (before.body === body) return present(ctx, before)
  const mentions = await checkedMentions(ctx, body)
  const after: StoredComment = { ...before, version: before.version + 1, body, mentions, edited_at: ctx.now.toISOString() }
  await saveComment(ctx, after)
  await record(ctx, { noun: 'comment', action: 'updated' }, [
    { id, reference: row.reference, version: after.version, before: { body: before.body }, after: { body } },
  ])
  const added = mentions.filter((person) => !before.mentions.includes(person))
  if (added.length > 0) {
    await emit(ctx, 'comment.created', { id, noun: before.noun, recordId: before.record_id, mentions: added, authorId: before.author })
  }
  return present(ctx, after)
}
