import { randomUUID } from 'node:crypto'
import type { Kit } from '@heng/server-kit'
import { sql, type Kysely, type Transaction } from 'kysely'
import { hashPassword } from './password.ts'

type Anything = Kysely<never> | Transaction<never>

export const findUser = async (kit: Kit, email: string): Promise<{ id: string } | undefined> => {
  const { rows } = await sql<{ id: string }>`select id from auth."user" where email = ${email.toLowerCase()}`.execute(kit.db)
  return rows[0]
}

/** Creates an account that signs in with e-mail and password, in the caller's transaction (of the owner, not of the app role). */
export const createUser = async (tx: Anything, input: { name: string; email: string; password: string; locale: string }): Promise<string> => {
  const id = randomUUID()
  const hash = await hashPassword(input.password)
  await sql`insert into auth."user" (id, name, email, "emailVerified", locale)
    values (${id}, ${input.name}, ${input.email.toLowerCase()}, false, ${input.locale})`.execute(tx)
  await sql`insert into auth."account" (id, "accountId", "providerId", "userId", password, "updatedAt")
    values (${randomUUID()}, ${id}, 'credential', ${id}, ${hash}, now())`.execute(tx)
  return id
}
