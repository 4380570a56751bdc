import { forbidden } from '@heng/contract'
import { emit, record, type Ctx } from '@heng/server-kit'
import { v7 } from 'uuid'
import { readableRecord } from '../record/find.ts'
import { checkedMentions } from './mentions.ts'
import { present } from './rules.ts'
import { insertComment } from './store.ts'

/** Emits `comment.created` {id, noun, recordId, mentions, authorId}. */
export const create = async (ctx: Ctx, { noun, recordId, body }: { noun: string; recordId: string; body: string }) => {
  const { row } = await readableRecord(ctx, noun, recordId)
  const { personId, name } = ctx.caller
  if (personId === null) throw forbidden()
  const mentions = await checkedMentions(ctx, body)
  const comment = await insertComment(ctx, { id: v7(), noun, record_id: recordId, author: personId, author_name: name, body, mentions })
  await record(ctx, { noun: 'comment', action: 'created' }, [
    { id: comment.id, reference: row.reference, version: 1, before: null, after: { noun, recordId, body } },
  ])
  await emit(ctx, 'comment.created', { id: comment.id, noun, recordId, mentions, authorId: personId })
  return present(ctx, comment)
}
