import type { Kit } from '@heng/server-kit'
import { sql, type Kysely, type Transaction } from 'kysely'
import { newSecret, secretHash } from '../account/secrets.ts'

type Anything = Kysely<never> | Transaction<never>

export const resetLifetime = {
  /** Asked for by mail; minutes. */
  mail: 60,
  /** Handed over by an administrator; minutes. */
  handOver: 24 * 60,
}

/** Makes a link that sets a new password once; the account's earlier links stop working. */
export const makeLink = async (kit: Kit, tx: Anything, userId: string, minutes: number): Promise<{ url: string; expiresAt: string }> => {
  const token = newSecret()
  const { rows } = await sql<{ expires: string }>`with old as (delete from auth.password_reset where user_id = ${userId} or expires_at < now())
    insert into auth.password_reset (token_hash, user_id, expires_at) values (${secretHash(token)}, ${userId}, now() + make_interval(mins => ${minutes}))
    returning expires_at as expires`.execute(tx)
  const base = kit.config.publicUrl ?? `http://localhost:${kit.config.port}`
  return { url: `${base}/password-reset/${token}`, expiresAt: new Date(rows[0]!.expires).toISOString() }
}
