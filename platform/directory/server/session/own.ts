import { notFound } from '@heng/contract'
import type { PlatformCtx } from '@heng/server-kit'
import { sql } from 'kysely'
import { sessionToken } from './token.ts'

interface SessionRow {
  readonly id: string
  readonly token: string
  readonly ip: string | null
  readonly user_agent: string | null
  readonly created_at: string
  readonly expires_at: string
}

export const sessions = async ({ kit, user, request }: PlatformCtx) => {
  const { rows } = await sql<SessionRow>`select id, token, "ipAddress" as ip, "userAgent" as user_agent,
      "createdAt" as created_at, "expiresAt" as expires_at
    from auth."session" where "userId" = ${user!.userId} and "expiresAt" > now() order by "createdAt" desc`.execute(kit.db)
  const current = sessionToken(request.headers.cookie)
  return {
    items: rows.map((r) => ({ id: r.id, current: r.token === current, ip: r.ip, userAgent: r.user_agent, createdAt: r.created_at, expiresAt: r.expires_at })),
  }
}

/** Ends one of my sessions; its next request is answered with 401. */
export const revokeSession = async ({ kit, user }: PlatformCtx, { id }: { id: string }) => {
  const gone = await sql`delete from auth."session" where id = ${id} and "userId" = ${user!.userId} returning id`.execute(kit.db)
  if (gone.rows.length === 0) throw notFound('session')
  return {}
}

/** Ends every session of mine but the one that asks. */
export const revokeOtherSessions = async ({ kit, user, request }: PlatformCtx) => {
  const gone = await sql`delete from auth."session" where "userId" = ${user!.userId} and token <> ${sessionToken(request.headers.cookie)} returning id`.execute(kit.db)
  return { ended: gone.rows.length }
}

export const preferences = async ({ kit, user }: PlatformCtx, input: { name?: string; locale?: string }) => {
  await sql`update auth."user" set name = coalesce(${input.name ?? null}, name), locale = coalesce(${input.locale ?? null}, locale), "updatedAt" = now()
    where id = ${user!.userId}`.execute(kit.db)
  return {}
}
