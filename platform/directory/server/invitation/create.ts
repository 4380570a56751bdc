import { HengError, notFound } from '@heng/contract'
import { enqueue, record, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { newSecret, secretHash } from '../account/secrets.ts'
import { person } from '../person/register.ts'

const validDays = 7

/** Invites a person; an earlier open invitation of the same person stops working. */
export const create = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, person, [id], true)
  if (row === undefined || row.archivedAt !== null) throw notFound('person')
  const name = row.name as string
  if (row.account === 'active' || row.account === 'disabled') throw new HengError('invitation.hasAccount', { status: 409, params: { name } })
  if (row.email === null) throw new HengError('invitation.noEmail', { params: { name } })
  const token = newSecret()
  const expiresAt = new Date(ctx.now.getTime() + validDays * 86_400_000).toISOString()
  await sql`delete from invitation where org_id = ${ctx.org.id} and person = ${id} and accepted_at is null`.execute(ctx.tx)
  await sql`insert into invitation (id, org_id, person, token_hash, expires_at)
    values (${v7()}, ${ctx.org.id}, ${id}, ${secretHash(token)}, ${expiresAt})`.execute(ctx.tx)
  await record(ctx, { noun: 'person', action: 'invited' }, [{ id, reference: row.reference, version: row.version, before: null, after: { expiresAt } }])
  const base = ctx.kit.config.publicUrl ?? `http://localhost:${ctx.kit.config.port}`
  const url = `${base}/invitation/${token}`
  const mailed = ctx.kit.config.smtpUrl !== undefined
  if (mailed) {
    await enqueue(ctx, 'mail.send', {
      to: row.email, locale: ctx.org.locale, template: 'invitation', params: { name, organisation: ctx.org.name, url, days: validDays },
    })
  }
  return { url, expiresAt, mailed }
}
