import type { Text } from '@heng/contract'
import { asSystem, type Kit, type QueueTask } from '@heng/server-kit'
import { sql } from 'kysely'
import { z } from 'zod'
import { pageUrl } from '../links.ts'
import { orderMails } from './order.ts'
import { recipientsOf } from './recipients.ts'

const input = z.object({ ids: z.array(z.uuid()) })

interface Row {
  readonly id: string
  readonly person: string
  readonly title: Text
  readonly body: Text | null
  readonly link: string | null
}

/** The task `mail.notices`: orders the mail of notices that people want at once. Each is ordered once, whatever is repeated. */
export const mailNotices = async ({ orgId, input: given }: QueueTask, kit: Kit): Promise<void> => {
  const { ids } = input.parse(given)
  const { rows: persons } = await sql<{ person: string }>`select distinct person from notice where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(kit.db)
  const recipients = await recipientsOf(kit, orgId, persons.map(({ person }) => person))
  await asSystem(kit, orgId, 'job', 'mail', async (ctx) => {
    const { rows } = await sql<Row>`update notice set mailed_at = ${ctx.now} where org_id = ${orgId} and id = any(${ids}::uuid[])
      and mail = 'immediate' and mailed_at is null returning id, person, title, body, link`.execute(ctx.tx)
    await orderMails(ctx, rows.flatMap((row) => {
      const to = recipients.get(row.person)
      if (to === undefined) return []
      return [{
        to: to.email, locale: to.locale, template: 'notice',
        params: {
          name: to.name, organisation: ctx.org.name, title: row.title[to.locale], body: row.body?.[to.locale] ?? null,
          url: pageUrl(kit, ctx.org.slug, row.link), settings: pageUrl(kit, ctx.org.slug, 'work/notices'),
        },
      }]
    }))
  })
}
