import { label, operation } from '@heng/contract'
import { z } from 'zod'
import { actor, paging, recordRef } from './record.ts'

/** Minutes within which an author may change a comment; afterwards it stands, or is deleted as a whole. */
export const editMinutes = 15
export const mostMentions = 50

/** A mention inside a comment: `@[personId]`. */
export const mentionPattern = /@\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]/gi

export const mentionsOf = (body: string): string[] => [...new Set([...body.matchAll(mentionPattern)].map((m) => m[1]!.toLowerCase()))]

/** Markdown as plain text; control characters never belong in it. */
const body = z.string().trim().min(1).max(10_000).refine((v) => !/(?![\t\n\r])\p{Cc}/u.test(v), { error: 'controlCharacter' })
  .refine((v) => mentionsOf(v).length <= mostMentions, { error: 'tooManyMentions' })

export const commentRow = z.object({
  id: z.uuid(),
  version: z.int(),
  author: actor,
  /** Null for a deleted comment: the tombstone keeps who, when and by whom. */
  body: z.string().nullable(),
  mentions: z.array(z.uuid()),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  deletedBy: z.string().nullable(),
  allowed: z.array(z.enum(['update', 'remove'])),
})
export type CommentRow = z.output<typeof commentRow>

const one = z.object({ id: z.uuid(), version: z.int().min(1) })

export const comment = {
  list: operation({
    id: 'comment.list', method: 'GET', path: '/records/{noun}/{recordId}/comments', permission: 'signedIn',
    summary: { en: 'Comments on a record, newest first', 'zh-CN': '记录的评论，最新在前' },
    input: z.object({ ...recordRef, ...paging }),
    output: z.object({ items: z.array(commentRow), next: z.string().nullable(), total: z.int(), mayWrite: z.boolean(), labels: z.record(z.string(), label) }),
  }),
  create: operation({
    id: 'comment.create', method: 'POST', path: '/records/{noun}/{recordId}/comments', permission: 'comment:write',
    summary: { en: 'Comment on a record', 'zh-CN': '发表评论' },
    input: z.object({ ...recordRef, body }),
    output: commentRow,
  }),
  update: operation({
    id: 'comment.update', method: 'PATCH', path: '/comments/{id}', permission: 'comment:write',
    summary: { en: 'Change an own comment', 'zh-CN': '修改本人评论' },
    input: one.extend({ body }),
    output: commentRow,
  }),
  remove: operation({
    id: 'comment.remove', method: 'POST', path: '/comments/{id}/remove', permission: 'comment:write',
    summary: { en: 'Delete a comment; a tombstone stays', 'zh-CN': '删除评论（保留删除标记）' },
    input: one.extend({ reason: z.string().trim().max(2_000).optional() }),
    output: commentRow,
  }),
}
