import { HengError, type Text } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { NoticeKind } from '../../contract/index.ts'
import { unreadOf } from './store.ts'

interface Row {
  readonly id: string
  readonly kind: NoticeKind
  readonly title: Text
  readonly body: Text | null
  readonly link: string | null
  readonly at: string
  readonly read_at: string | null
}

/** The caller's notices, the latest first; the cursor is the last id (UUIDv7, so its order is that of time). */
export const list = async (ctx: Ctx, input: { unread?: boolean; cursor?: string; limit?: number }) => {
  const { cursor, limit = 30, unread = false } = input
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor)) throw new HengError('badCursor', { status: 400 })
  const { rows } = await sql<Row>`select id, kind, title, body, link, at, read_at from notice
    where org_id = ${ctx.org.id} and person = ${ctx.caller.personId}::uuid and in_app
      and (not ${unread} or read_at is null) and (${cursor ?? null}::uuid is null or id < ${cursor ?? null}::uuid)
    order by id desc limit ${limit + 1}`.execute(ctx.tx)
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(({ id, kind, title, body, link, at, read_at }) => ({
      id, kind, link, at, readAt: read_at, title: title[ctx.locale], body: body?.[ctx.locale] ?? null,
    })),
    next: rows.length > limit ? shown.at(-1)!.id : null,
    unread: await unreadOf(ctx),
  }
}
