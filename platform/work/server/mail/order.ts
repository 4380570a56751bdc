import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { MailOrder } from './send.ts'

/** Puts any number of mails into the queue, in the caller's transaction; one statement. */
export const orderMails = async (ctx: Ctx, orders: readonly MailOrder[]): Promise<void> => {
  if (orders.length === 0) return
  await sql`select heng_enqueue('mail.send', o.value::json, null, null)
    from jsonb_array_elements(${JSON.stringify(orders)}::jsonb) as o`.execute(ctx.tx)
}
