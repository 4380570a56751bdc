import { createHash } from 'node:crypto'
import { locales } from '@heng/contract'
import { asSystem, canonicalJson, type Kit, type QueueTask } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { z } from 'zod'
import { baseUrl } from '../links.ts'
import { html, plainText } from './render.ts'
import { isTemplate, writeMail } from './templates.ts'
import { judgeFailure, transportOf } from './transport.ts'

const input = z.object({ to: z.email().max(254), locale: z.enum(locales), template: z.string(), params: z.record(z.string(), z.unknown()) })
export type MailOrder = z.output<typeof input>

/**
 * The task `mail.send`: writes and hands over one mail. A temporary failure throws, so that the queue tries again
 * (eight times within some hours); a refusal for good is noted and ends it. Neither address nor content is logged.
 */
export const sendMail = async ({ orgId, input: given }: QueueTask, kit: Kit): Promise<void> => {
  const transport = transportOf(kit)
  if (transport === null) return
  const order = input.safeParse(given)
  if (!order.success || !isTemplate(order.data.template)) {
    kit.log.error({ template: order.data?.template, orgId }, 'mail order does not fit any template')
    return
  }
  const { to, locale, template, params } = order.data
  const mail = writeMail(template, locale, params)
  try {
    await transport.sendMail({
      from: kit.config.mailFrom,
      to: { name: '', address: to },
      subject: mail.subject,
      text: plainText(mail),
      html: html(mail, locale),
      // The same order again is the same mail, so a repeat after a lost answer shows once where the reader looks.
      messageId: `<${createHash('sha256').update(canonicalJson({ orgId, order: order.data })).digest('hex').slice(0, 40)}@${new URL(baseUrl(kit)).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
    })
  } catch (error) {
    const { code, permanent } = judgeFailure(error)
    kit.log.warn({ template, orgId, code, permanent }, 'mail was not accepted')
    if (!permanent) throw new Error(`the mail server did not accept the mail (${code})`, { cause: error })
    await note(kit, orgId, { to, template, state: 'refused', code })
    return
  }
  await note(kit, orgId, { to, template, state: 'sent', code: null })
}

const note = async (kit: Kit, orgId: string, { to, template, state, code }: { to: string; template: string; state: 'sent' | 'refused'; code: string | null }): Promise<void> => {
  try {
    await asSystem(kit, orgId, 'job', 'mail', async ({ tx }) => {
      await sql`insert into mail_delivery (id, org_id, recipient, template, state, code) values (${v7()}, ${orgId}, ${to}, ${template}, ${state}, ${code})`.execute(tx)
    })
  } catch (error) {
    // The mail is out: trying again because the note failed would send it twice.
    kit.log.error({ err: error, orgId }, 'delivery of a mail could not be noted')
  }
}
