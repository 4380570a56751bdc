import { fill } from '@heng/contract'
import type { Kit, Organisation } from '@heng/server-kit'
import { messages } from '../../locales/index.ts'
import { pageUrl } from '../links.ts'
import type { Recipient } from '../mail/recipients.ts'
import type { MailParameters } from '../mail/templates.ts'
import { workLink } from '../work/notices.ts'
import type { WorkRecord } from '../work/rules.ts'
import type { DailyNotice } from './store.ts'

type Digest = MailParameters<'digest'>

/** Entries of each list that a mail shows; the rest is counted. */
const most = 20

/** From eight in the morning until six in the evening by the organisation's clock: late is better than at night. */
export const isMorning = (timezone: string, now: Date): boolean => {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' }).format(now))
  return hour >= 8 && hour < 18
}

interface Said {
  readonly kit: Pick<Kit, 'config'>
  readonly org: Pick<Organisation, 'name' | 'slug'>
  readonly to: Recipient
  readonly day: string
  readonly work: readonly WorkRecord[]
  readonly notices: readonly DailyNotice[]
}

/** What the daily mail of one person says. Notices about work that is listed anyway are left out. */
export const digestOf = ({ kit, org, to, day, work, notices }: Said): Digest => {
  const words = messages[to.locale].mail.digest
  const at = (link: string | null) => pageUrl(kit as Kit, org.slug, link)
  const entry = (row: WorkRecord) => ({
    text: `${row.reference} ${row.titles?.[to.locale] ?? row.title}`, remark: fill(words.due, { day: row.dueOn }), url: at(workLink(row)),
  })
  const late = work.filter(({ dueOn }) => dueOn! < day)
  const now = work.filter(({ dueOn }) => dueOn === day)
  const soon = work.filter(({ dueOn }) => dueOn! > day)
  const listed = new Set(work.map((row) => workLink(row)))
  const told = notices.filter(({ link }) => link === null || !listed.has(link))
    .map(({ title, body, link }) => ({ text: title[to.locale], remark: body?.[to.locale] ?? null, url: at(link) }))
  const lists = [late, now, soon, told]
  return {
    name: to.name, organisation: org.name, day, url: at('work'), settings: at('work/notices'),
    overdue: late.slice(0, most).map(entry), today: now.slice(0, most).map(entry), soon: soon.slice(0, most).map(entry), notices: told.slice(0, most),
    more: lists.reduce((sum, list) => sum + Math.max(0, list.length - most), 0),
  }
}

/**
 * Whether there is something new to say: unread notices (newly late work is one) or work due today. What was late
 * before is repeated on Mondays only, so that the mail keeps being read.
 */
export const worthSending = ({ overdue, today }: Pick<Digest, 'overdue' | 'today'>, news: number, day: string): boolean =>
  news > 0 || today.length > 0 || (overdue.length > 0 && new Date(`${day}T00:00:00Z`).getUTCDay() === 1)
