import { HengError } from '@heng/contract'
import { enqueue, record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** Sends the caller a mail through the queue, as every other mail goes. */
export const testMail = async (ctx: Ctx) => {
  if (ctx.kit.config.smtpUrl === undefined) throw new HengError('mail.notConfigured', { status: 409 })
  const { rows } = await sql<{ id: string; name: string; email: string | null }>`select id, name, email from person
    where org_id = ${ctx.org.id} and id = ${ctx.caller.personId}::uuid`.execute(ctx.tx)
  const me = rows[0]
  if (me === undefined || me.email === null) throw new HengError('mail.noAddress', { status: 409 })
  await enqueue(ctx, 'mail.send', { to: me.email, locale: ctx.locale, template: 'test', params: { name: me.name, organisation: ctx.org.name } })
  await record(ctx, { noun: 'system', action: 'mailTested' }, [{ id: me.id, version: 1, before: null, after: { to: me.email } }])
  return { to: me.email }
}
