import { HengError } from '@heng/contract'
import { allows, type Ctx } from '@heng/server-kit'
import { editMinutes, type CommentRow } from '../../contract/comment.ts'
import type { StoredComment } from './store.ts'

type Timed = Pick<StoredComment, 'created_at' | 'deleted_at'>

/** Within the minutes in which an author may still change what was written; what others may have acted on stands. */
export const isFresh = ({ created_at, deleted_at }: Timed, now: Date): boolean =>
  deleted_at === null && now.getTime() - Date.parse(created_at) <= editMinutes * 60_000

const isOwn = (ctx: Ctx, comment: StoredComment): boolean => ctx.caller.personId === comment.author
const mayModerate = (ctx: Ctx): boolean => allows(ctx, 'comment:moderate')

export const allowedOn = (ctx: Ctx, comment: StoredComment): CommentRow['allowed'] => {
  if (comment.deleted_at !== null || !allows(ctx, 'comment:write')) return []
  const own = isOwn(ctx, comment)
  return [...(own && isFresh(comment, ctx.now) ? (['update'] as const) : []), ...(own || mayModerate(ctx) ? (['remove'] as const) : [])]
}

/** Refuses with the reason that a reader can act on: not yours, too late, gone, or changed meanwhile. */
export const checkChange = (ctx: Ctx, comment: StoredComment, version: number, verb: 'update' | 'remove'): void => {
  if (comment.deleted_at !== null) throw new HengError('comment.deleted', { status: 409 })
  if (!isOwn(ctx, comment) && !(verb === 'remove' && mayModerate(ctx))) throw new HengError('comment.notYours', { status: 403 })
  if (verb === 'update' && !isFresh(comment, ctx.now)) throw new HengError('comment.tooLate', { status: 409, params: { minutes: editMinutes } })
  if (comment.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: present(ctx, comment) } })
}

export const present = (ctx: Ctx, c: StoredComment): CommentRow => ({
  id: c.id,
  version: c.version,
  author: { personId: c.author, name: c.author_name },
  body: c.body,
  mentions: c.mentions,
  createdAt: c.created_at,
  editedAt: c.edited_at,
  deletedAt: c.deleted_at,
  deletedBy: c.deleted_by,
  allowed: allowedOn(ctx, c),
})
