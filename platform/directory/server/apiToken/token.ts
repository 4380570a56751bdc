import type { Kit, SignedIn } from '@heng/server-kit'
import { sql } from 'kysely'
import { secretHash } from '../account/secrets.ts'

/** So that people and secret scanners recognise one. */
export const tokenPrefix = 'heng_'

/** The token of `Authorization: Bearer heng_…`; undefined for anything else. */
export const bearerOf = (authorization: string | undefined): string | undefined => {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  return token?.startsWith(tokenPrefix) === true ? token : undefined
}

/** Whose token this is; null when it is unknown, expired or revoked. Notes its use, at most once a minute. */
export const tokenOwner = async (kit: Kit, token: string, ip: string): Promise<SignedIn | null> => {
  const { rows } = await sql<{ id: string; name: string; email: string; locale: SignedIn['locale'] }>`
    with found as (select id, user_id from auth.api_token where token_hash = ${secretHash(token)} and expires_at > now()),
    noted as (update auth.api_token t set last_used_at = now(), last_ip = ${ip} from found
      where t.id = found.id and (t.last_used_at is null or t.last_used_at < now() - interval '1 minute'))
    select u.id, u.name, u.email, u.locale from found join auth."user" u on u.id = found.user_id`.execute(kit.db)
  const row = rows[0]
  return row === undefined ? null : { userId: row.id, name: row.name, email: row.email, locale: row.locale, by: 'token' }
}
