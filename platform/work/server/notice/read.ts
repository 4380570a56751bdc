import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { unreadOf } from './store.ts'

/** Marks the caller's notices as read; ids of others', or of none, change nothing. */
export const markRead = async (ctx: Ctx, { ids }: { ids: readonly string[] }) => {
  await sql`update notice set read_at = ${ctx.now} where org_id = ${ctx.org.id} and person = ${ctx.caller.personId}::uuid
    and read_at is null and id = any(${ids}::uuid[])`.execute(ctx.tx)
  return { unread: await unreadOf(ctx) }
}

export const markAllRead = async (ctx: Ctx) => {
  await sql`update notice set read_at = ${ctx.now} where org_id = ${ctx.org.id} and person = ${ctx.caller.personId}::uuid
    and in_app and read_at is null`.execute(ctx.tx)
  return { unread: await unreadOf(ctx) }
}

export const unreadCount = async (ctx: Ctx) => ({ unread: await unreadOf(ctx) })
