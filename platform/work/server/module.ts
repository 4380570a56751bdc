import { defineModule } from '@heng/server-kit'
import { sql } from 'kysely'
import { work as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { remindAll } from './digest/run.ts'
import { closeDecisions, noteDecision, openDecisions } from './events/approvals.ts'
import { tellNewWork } from './events/created.ts'
import { tellMentioned } from './events/mentioned.ts'
import { mailNotices } from './mail/notices.ts'
import { sendMail } from './mail/send.ts'
import { workTables } from './migrations/0001_work.ts'
import { list as listNotices } from './notice/list.ts'
import { preferences, setPreferences } from './notice/preferences.ts'
import { markAllRead, markRead, unreadCount } from './notice/read.ts'
import { permissions } from './permissions.ts'
import { cancel } from './work/cancel.ts'
import { complete } from './work/complete.ts'
import { counts } from './work/counts.ts'
import { create } from './work/create.ts'
import { get } from './work/get.ts'
import { listWork } from './work/list.ts'
import { reassign } from './work/reassign.ts'
import { workItem } from './work/register.ts'
import { take } from './work/take.ts'

export const module = defineModule({
  name: 'work',
  migrations: [workTables],
  messages,
  permissions,
  registers: [workItem],
  contract,
  handlers: {
    work: { list: listWork, get, counts, create, complete, take, reassign, cancel },
    notice: { list: listNotices, unreadCount, markRead, markAllRead, preferences, setPreferences },
  },
  on: [
    { name: 'work.tellNewWork', event: 'workItem.created', handle: tellNewWork, tells: true },
    { name: 'work.tellMentioned', event: 'comment.created', handle: tellMentioned, tells: true },
    { name: 'work.openDecisions', event: 'approval.step.opened', handle: openDecisions, tells: true },
    { name: 'work.noteDecision', event: 'approval.decided', handle: noteDecision, tells: true },
    { name: 'work.closeDecisions', event: 'approval.closed', handle: closeDecisions, tells: true },
  ],
  tasks: { 'mail.send': sendMail, 'mail.notices': mailNotices },
  cron: [
    { name: 'work.remind', pattern: '*/15 * * * *', run: (kit) => remindAll(kit) },
    {
      name: 'work.tidy', pattern: '41 3 * * *',
      run: async ({ db }) => {
        await sql`delete from notice where at < now() - interval '180 days' and (read_at is not null or not in_app)`.execute(db)
        await sql`delete from mail_delivery where at < now() - interval '90 days'`.execute(db)
        await sql`delete from digest_run where day < current_date - 90`.execute(db)
      },
    },
  ],
})
