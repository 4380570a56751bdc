import { asSystem, type Ctx, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { dayIn } from '../../contract/index.ts'
import { orderMails } from '../mail/order.ts'
import { recipientsOf, type Recipient } from '../mail/recipients.ts'
import { notify } from '../notice/notify.ts'
import { holdersOf, type Holder } from '../work/holders.ts'
import { overdueNotice } from '../work/notices.ts'
import type { WorkRecord } from '../work/rules.ts'
import { digestOf, isMorning, worthSending } from './rules.ts'
import { dueWork, takeDailyNotices } from './store.ts'

interface Place {
  readonly id: string
  readonly timezone: string
}

/** The morning round, asked every quarter of an hour: each organisation has it once a day, by its own clock. */
export const remindAll = async (kit: Kit, now = new Date()): Promise<void> => {
  const { rows } = await sql<Place>`select id, timezone from organisation order by id`.execute(kit.db)
  for (const place of rows) {
    if (!isMorning(place.timezone, now)) continue
    try {
      await remind(kit, place, now)
    } catch (error) {
      // One organisation's trouble must not keep the others waiting; its day is still open, so the next round tries again.
      kit.log.error({ err: error, orgId: place.id }, 'reminders failed')
    }
  }
}

/**
 * Tells everybody in an organisation what has become late, and orders the daily mail: late and due work, and the
 * notices that people want once a day. A second run on the same day does nothing.
 */
export const remind = async (kit: Kit, { id, timezone }: Place, now: Date): Promise<void> => {
  const day = dayIn(timezone, now)
  const { rows: members } = await sql<{ person: string }>`select person from membership where org_id = ${id} and disabled_at is null`.execute(kit.db)
  const recipients = kit.config.smtpUrl === undefined ? new Map<string, Recipient>() : await recipientsOf(kit, id, members.map(({ person }) => person))
  await asSystem(kit, id, 'job', `reminders-${day}`, async (system) => {
    const ctx: Ctx = { ...system, now }
    const claimed = await sql`insert into digest_run (org_id, day) values (${id}, ${day}::date) on conflict do nothing returning day`.execute(ctx.tx)
    if (claimed.rows.length === 0) return
    const work = await dueWork(ctx, day)
    const holders = await holdersOf(ctx, work)
    await tellOverdue(ctx, work, holders, day)
    if (recipients.size === 0) return
    const notices = await takeDailyNotices(ctx, [...recipients.keys()])
    const quiet = await withoutReminders(ctx)
    const byPerson = Map.groupBy(holders, ({ person }) => person)
    const byId = new Map(work.map((row) => [row.id, row]))
    await orderMails(ctx, [...recipients.values()].flatMap((to) => {
      const own = quiet.has(to.person) ? [] : (byPerson.get(to.person) ?? []).map(({ item }) => byId.get(item)!)
      const news = notices.get(to.person) ?? []
      const digest = digestOf({ kit, org: ctx.org, to, day, work: own, notices: news })
      return worthSending(digest, news.length, day) ? [{ to: to.email, locale: to.locale, template: 'digest', params: digest }] : []
    }))
  })
}

const tellOverdue = async (ctx: Ctx, work: readonly WorkRecord[], holders: readonly Holder[], day: string): Promise<void> => {
  const late = new Map(work.filter(({ dueOn }) => dueOn !== null && dueOn < day).map((row) => [row.id, row]))
  await notify(ctx, holders.flatMap(({ item, person }) => {
    const row = late.get(item)
    return row === undefined ? [] : [overdueNotice(row, person)]
  }))
}

/** Persons who do not want to be reminded of due work by mail. */
const withoutReminders = async (ctx: Ctx): Promise<Set<string>> => {
  const { rows } = await sql<{ person: string }>`select person from notice_preference where org_id = ${ctx.org.id} and kind = 'overdue' and mail = 'none'`.execute(ctx.tx)
  return new Set(rows.map(({ person }) => person))
}
