import { HengError } from '@heng/contract'
import type { Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { verifyPassword } from './password.ts'

/** Refuses with `password.wrong`, at the named field, unless this is the account's password. Count attempts before. */
export const provePassword = async (kit: Kit, userId: string, password: string, field = 'password'): Promise<void> => {
  const { rows } = await sql<{ password: string | null }>`select password from auth."account" where "userId" = ${userId} and "providerId" = 'credential'`.execute(kit.db)
  const stored = rows[0]?.password
  if (stored == null || !(await verifyPassword(stored, password))) {
    throw new HengError('password.wrong', { fields: [{ path: field, code: 'custom' }] })
  }
}
