import { HengError } from '@heng/contract'
import { asSystem, record, type Kit, type PlatformCtx } from '@heng/server-kit'
import { sql } from 'kysely'
import { countAttempt } from '../account/attempts.ts'
import { createUser, findUser } from '../account/create.ts'
import { checkPassword } from '../account/password.ts'
import { provePassword } from '../account/prove.ts'
import { secretHash } from '../account/secrets.ts'

interface Open {
  readonly id: string
  readonly org_id: string
  readonly person: string
  readonly slug: string
  readonly organisation: string
  readonly locale: string
  readonly name: string
  readonly email: string
}

const find = async (kit: Kit, token: string): Promise<Open> => {
  const { rows } = await sql<Open>`select i.id, i.org_id, i.person, o.slug, o.name as organisation, o.locale, p.name, p.email
    from invitation i join organisation o on o.id = i.org_id join person p on p.id = i.person and p.org_id = i.org_id
    where i.token_hash = ${secretHash(token)} and i.accepted_at is null and i.expires_at > now() and p.archived_at is null`.execute(kit.db)
  const found = rows[0]
  if (found === undefined) throw new HengError('invitation.invalid', { status: 404 })
  return found
}

export const get = async ({ kit }: PlatformCtx, { token }: { token: string }) => {
  const { organisation, slug, name, email } = await find(kit, token)
  return { organisation, slug, name, email, hasAccount: (await findUser(kit, email)) !== undefined }
}

/** Creates the account (or, for somebody with an account elsewhere, proves it by its password) and joins the organisation. */
export const accept = async ({ kit, origin, locale }: PlatformCtx, { token, password }: { token: string; password: string }) => {
  const open = await find(kit, token)
  await countAttempt(kit, 'invitation', token, { max: 10, window: 900 })
  const existing = await findUser(kit, open.email)
  if (existing === undefined) await checkPassword(password, [open.name, open.email, open.organisation])
  else await provePassword(kit, existing.id, password)
  const userId = await kit.db.transaction().execute(async (tx) => {
    const claimed = await sql`update invitation set accepted_at = now() where id = ${open.id} and accepted_at is null returning id`.execute(tx)
    if (claimed.rows.length === 0) throw new HengError('invitation.invalid', { status: 404 })
    const id = existing?.id ?? (await createUser(tx as never, { name: open.name, email: open.email, password, locale }))
    const joined = await sql`insert into membership (org_id, user_id, person) values (${open.org_id}, ${id}, ${open.person})
      on conflict do nothing returning user_id`.execute(tx)
    // The account already acts for another person here: two persons of one organisation cannot share it.
    if (joined.rows.length === 0) throw new HengError('invitation.hasAccount', { status: 409, params: { name: open.name } })
    return id
  })
  await asSystem(kit, open.org_id, 'web', origin.requestId, async (ctx) => {
    const joined = { ...ctx, caller: { ...ctx.caller, userId, personId: open.person, name: open.name } }
    await record(joined, { noun: 'person', action: 'joined' }, [{ id: open.person, version: 1, before: null, after: { account: 'active' } }])
  })
  return { slug: open.slug, email: open.email }
}
