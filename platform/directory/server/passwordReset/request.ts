import { negotiateLocale, type Locale } from '@heng/contract'
import { asSystem, enqueue, type Kit, type PlatformCtx, type TaskHandler } from '@heng/server-kit'
import { sql } from 'kysely'
import { z } from 'zod'
import { countAttempt } from '../account/attempts.ts'
import { makeLink, resetLifetime } from './link.ts'

const byMail = (kit: Kit): boolean => kit.config.smtpUrl !== undefined
const perEmail = { max: 5, window: 3_600 }
const perAddress = { max: 30, window: 3_600 }

export const status = async ({ kit }: PlatformCtx) => ({ byMail: byMail(kit) })

/**
 * Asks for a link by mail. Known and unknown addresses get the same answer after the same work: whether there is an
 * account is looked up later, by the queue (ASVS 5.0 6.3.8).
 */
export const request = async ({ kit, request: { ip }, locale }: PlatformCtx, { email }: { email: string }) => {
  const address = email.toLowerCase()
  await countAttempt(kit, 'resetFrom', ip, perAddress)
  await countAttempt(kit, 'resetFor', address, perEmail)
  if (byMail(kit)) await sql`select heng_enqueue(${resetMailTask}, ${JSON.stringify({ email: address, locale })}::json, null, null)`.execute(kit.db)
  return {}
}

export const resetMailTask = 'directory.resetMail'
const asked = z.object({ email: z.string(), locale: z.string() })

/** Of several organisations the one joined first sends the mail; who belongs to none any more gets no mail. */
export const sendResetMail: TaskHandler = async ({ input }, kit) => {
  const { email, locale } = asked.parse(input)
  const { rows } = await sql<{ id: string; org_id: string; name: string; locale: Locale | null }>`
    select u.id, m.org_id, p.name, u.locale from auth."user" u
    join membership m on m.user_id = u.id and m.disabled_at is null
    join person p on p.org_id = m.org_id and p.id = m.person and p.archived_at is null
    where u.email = ${email} order by m.created_at limit 1`.execute(kit.db)
  const found = rows[0]
  if (found === undefined) return
  const { url } = await makeLink(kit, kit.db as never, found.id, resetLifetime.mail)
  await asSystem(kit, found.org_id, 'job', 'passwordReset', (ctx) =>
    enqueue(ctx, 'mail.send', {
      to: email, locale: found.locale ?? negotiateLocale(locale), template: 'passwordReset', params: { name: found.name, url, minutes: resetLifetime.mail },
    }))
}
