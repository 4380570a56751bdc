import { HengError } from '@heng/contract'
import type { Kit, PlatformCtx } from '@heng/server-kit'
import { sql } from 'kysely'
import { clearAttempts, countAttempt } from '../account/attempts.ts'
import { noteAccount } from '../account/note.ts'
import { checkPassword, hashPassword } from '../account/password.ts'
import { secretHash } from '../account/secrets.ts'

interface Open {
  readonly id: string
  readonly name: string
  readonly email: string
}
const gone = (): HengError => new HengError('reset.invalid', { status: 404 })

const find = async (kit: Kit, token: string): Promise<Open> => {
  const { rows } = await sql<Open>`select u.id, u.name, u.email from auth.password_reset r join auth."user" u on u.id = r.user_id
    where r.token_hash = ${secretHash(token)} and r.expires_at > now()`.execute(kit.db)
  if (rows[0] === undefined) throw gone()
  return rows[0]
}

export const get = async ({ kit }: PlatformCtx, { token }: { token: string }) => ({ email: (await find(kit, token)).email })

/**
 * Sets a new password by a link, once. Whoever was signed in with the old one is out at the next click, and programs too:
 * a reset often follows a theft. The second factor stays as it is.
 */
export const use = async ({ kit, origin }: PlatformCtx, { token, password }: { token: string; password: string }) => {
  const { id, name, email } = await find(kit, token)
  await countAttempt(kit, 'reset', token, { max: 20, window: 3_600 })
  await checkPassword(password, [name, email])
  const hash = await hashPassword(password)
  await kit.db.transaction().execute(async (tx) => {
    const used = await sql`delete from auth.password_reset where token_hash = ${secretHash(token)} and expires_at > now() returning user_id`.execute(tx)
    if (used.rows.length === 0) throw gone()
    await sql`update auth."account" set password = ${hash}, "updatedAt" = now() where "userId" = ${id} and "providerId" = 'credential'`.execute(tx)
    await sql`delete from auth."session" where "userId" = ${id}`.execute(tx)
    await sql`delete from auth.api_token where user_id = ${id}`.execute(tx)
  })
  await clearAttempts(kit, 'signIn', email)
  await clearAttempts(kit, 'password', id)
  await noteAccount(kit, id, 'passwordReset', origin)
  return { email }
}
