import type { PlatformCtx } from '@heng/server-kit'
import { sql } from 'kysely'
import { sessionToken } from '../session/token.ts'
import { clearAttempts, countAttempt } from './attempts.ts'
import { noteAccount } from './note.ts'
import { checkPassword, hashPassword } from './password.ts'
import { provePassword } from './prove.ts'

const limit = { max: 10, window: 900 }

/**
 * Changes my own password: the current one must be right, the new one good, and every other session ends
 * (ASVS 5.0 6.2.3, 7.4.3). Ten tries a quarter of an hour.
 */
export const changePassword = async ({ kit, user, request, origin }: PlatformCtx, { current, password }: { current: string; password: string }) => {
  const { userId, name, email } = user!
  await countAttempt(kit, 'password', userId, limit)
  await provePassword(kit, userId, current, 'current')
  await checkPassword(password, [name, email])
  const hash = await hashPassword(password)
  await kit.db.transaction().execute(async (tx) => {
    await sql`update auth."account" set password = ${hash}, "updatedAt" = now() where "userId" = ${userId} and "providerId" = 'credential'`.execute(tx)
    await sql`delete from auth."session" where "userId" = ${userId} and token <> ${sessionToken(request.headers.cookie)}`.execute(tx)
  })
  await clearAttempts(kit, 'password', userId)
  await noteAccount(kit, userId, 'passwordChanged', origin)
  return {}
}
