import { HengError, notFound, type TakenOf } from '@heng/contract'
import type { PlatformCtx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { directory } from '../../contract/index.ts'
import { countAttempt } from '../account/attempts.ts'
import { noteAccount } from '../account/note.ts'
import { provePassword } from '../account/prove.ts'
import { newSecret, secretHash } from '../account/secrets.ts'
import { tokenPrefix } from './token.ts'

const most = 20

interface Row {
  readonly id: string
  readonly name: string
  readonly ending: string
  readonly created_at: string
  readonly expires_at: string
  readonly last_used_at: string | null
  readonly last_ip: string | null
}

/** My tokens, expired ones too until they are removed; never the tokens themselves. */
export const list = async ({ kit, user }: PlatformCtx) => {
  const { rows } = await sql<Row>`select id, name, ending, created_at, expires_at, last_used_at, last_ip
    from auth.api_token where user_id = ${user!.userId} order by created_at desc`.execute(kit.db)
  return {
    items: rows.map((r) => ({ id: r.id, name: r.name, ending: r.ending, createdAt: r.created_at, expiresAt: r.expires_at, lastUsedAt: r.last_used_at, lastIp: r.last_ip })),
  }
}

/** Makes a token with the rights that I have at each of its uses; shown once. Asks for the password, as every change of the means of signing in. */
export const create = async ({ kit, user, origin }: PlatformCtx, { name, days, password }: TakenOf<typeof directory.apiToken.create>) => {
  const { userId } = user!
  await countAttempt(kit, 'password', userId, { max: 10, window: 900 })
  await provePassword(kit, userId, password)
  const token = tokenPrefix + newSecret()
  const id = v7()
  const { rows } = await sql<{ expires_at: string }>`insert into auth.api_token (id, user_id, name, token_hash, ending, expires_at)
    select ${id}, ${userId}, ${name}, ${secretHash(token)}, ${token.slice(-4)}, now() + make_interval(days => ${days})
    where (select count(*) from auth.api_token where user_id = ${userId}) < ${most} returning expires_at`.execute(kit.db)
  if (rows[0] === undefined) throw new HengError('apiToken.tooMany', { status: 409, params: { most } })
  await noteAccount(kit, userId, 'apiTokenMade', origin)
  return { id, token, expiresAt: rows[0].expires_at }
}

/** Takes a token away; its next use is answered with 401. */
export const revoke = async ({ kit, user, origin }: PlatformCtx, { id }: { id: string }) => {
  const gone = await sql`delete from auth.api_token where id = ${id} and user_id = ${user!.userId} returning id`.execute(kit.db)
  if (gone.rows.length === 0) throw notFound('apiToken')
  await noteAccount(kit, user!.userId, 'apiTokenRevoked', origin)
  return {}
}
