import { HengError, notFound } from '@heng/contract'
import { enqueue, record, rowsByIds, type Ctx, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { person } from '../person/register.ts'
import { makeLink, resetLifetime } from './link.ts'

interface Account {
  readonly user_id: string
  readonly email: string
  readonly elsewhere: boolean
}

/** Other organisations cannot be seen from inside one: the installation's own connection looks. */
const accountOf = async (kit: Kit, orgId: string, personId: string): Promise<Account | undefined> => {
  const { rows } = await sql<Account>`select m.user_id, u.email,
      exists (select from membership o where o.user_id = m.user_id and o.org_id <> m.org_id and o.disabled_at is null) as elsewhere
    from membership m join auth."user" u on u.id = m.user_id
    where m.org_id = ${orgId} and m.person = ${personId} and m.disabled_at is null`.execute(kit.db)
  return rows[0]
}

/**
 * Makes a link by which a person sets a new password. With a mail server it goes to the person alone; without one the
 * administrator hands it over, but never for an account that also opens another organisation.
 */
export const create = async (ctx: Ctx, { id, reason }: { id: string; reason: string }) => {
  const [row] = await rowsByIds(ctx, person, [id], true)
  if (row === undefined || row.archivedAt !== null) throw notFound('person')
  const name = row.name as string
  if (id === ctx.caller.personId) throw new HengError('reset.self', { status: 403 })
  const account = await accountOf(ctx.kit, ctx.org.id, id)
  if (account === undefined) throw new HengError('membership.none', { status: 409, params: { name } })
  const mailed = ctx.kit.config.smtpUrl !== undefined
  if (!mailed && account.elsewhere) throw new HengError('reset.elsewhere', { status: 409, params: { name } })
  const { url, expiresAt } = await makeLink(ctx.kit, ctx.kit.db as never, account.user_id, mailed ? resetLifetime.mail : resetLifetime.handOver)
  await record(ctx, { noun: 'person', action: 'passwordResetOffered', reason }, [{ id, reference: row.reference, version: row.version, before: null, after: { expiresAt } }])
  if (mailed) {
    await enqueue(ctx, 'mail.send', {
      to: account.email, locale: ctx.org.locale, template: 'passwordReset', params: { name, url, minutes: resetLifetime.mail },
    })
  }
  return { url: mailed ? null : url, expiresAt, mailed }
}
