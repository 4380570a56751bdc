import { HengError } from '@heng/contract'
import { allows, type ChangeAction, type Ctx, type Draft } from '@heng/server-kit'
import { sql } from 'kysely'
import { z } from 'zod'

const email = z.email().max(254)

/**
 * E-mails are e-mails; nobody archives themselves; and archiving somebody who can sign in takes their access away, so it
 * needs the right over accounts, and the last ISMS manager stays.
 */
export const checkPersons = async (ctx: Ctx, drafts: readonly Draft[], action: ChangeAction): Promise<void> => {
  for (const { before, after } of drafts) {
    if (after.email != null && after.email !== before?.email && !email.safeParse(after.email).success) {
      throw new HengError('invalid', { fields: [{ path: 'email', code: 'format', params: { format: 'e-mail' } }] })
    }
  }
  if (action !== 'archived' || ctx.caller.system) return
  const ids = drafts.map((d) => d.after.id)
  if (ctx.caller.personId !== null && ids.includes(ctx.caller.personId)) throw new HengError('person.self', { status: 403 })
  if (drafts.some((d) => d.before?.account === 'active') && !allows(ctx, 'account:write')) throw new HengError('person.hasAccount', { status: 403 })
  const { rows } = await sql<{ person: string }>`select distinct a.person from role_assignment a join person p on p.org_id = a.org_id and p.id = a.person
    where a.org_id = ${ctx.org.id} and a.role = 'ismsManager' and a.archived_at is null and p.archived_at is null`.execute(ctx.tx)
  if (rows.length > 0 && rows.every(({ person }) => ids.includes(person))) throw new HengError('role.lastManager', { status: 409 })
}
