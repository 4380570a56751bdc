import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, work } from '../../contract/index.ts'
import { openMailbox, readMail, type Mailbox } from '../mail/mailbox.fixture.ts'
import { module } from '../module.ts'
import { notify } from '../reads.ts'
import { isMorning, worthSending } from './rules.ts'
import { remind, remindAll } from './run.ts'

let box: Mailbox
let world: TestWorld
let org: TestOrganisation
let manager: Actor
let anna: Actor
let wang: Actor
// A Wednesday, 08:30 in Shanghai.
const now = new Date('2026-11-18T00:30:00Z')
const today = '2026-11-18'
const place = () => ({ id: org.id, timezone: 'Asia/Shanghai' })

beforeAll(async () => {
  box = await openMailbox()
  world = await createWorld([module], { smtpUrl: box.url })
  await world.composition.startWorker()
})
afterAll(async () => {
  await world.close()
  await box.close()
})
beforeEach(async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'], 'Manager')
  anna = await org.actor([], 'Anna')
  wang = await org.actor([], '王芳')
  const mail = (await wang.call(work.notice.preferences, {})).address!
  await sql`update auth."user" set locale = 'zh-CN' where email = ${mail}`.execute(world.kit.db)
  box.received.length = 0
})
const task = (who: Actor, title: string, days: number | null) =>
  manager.call(work.work.create, { title, assignee: who.personId, dueOn: days === null ? null : addDays(today, days) })
const mailTo = async (who: Actor) => {
  const { address } = await who.call(work.notice.preferences, {})
  return box.received.filter(({ to }) => to === address).map(({ source }) => readMail(source))
}

describe('the daily mail', () => {
  it('lists late and due work and unread news, in each reader’s language, once a day', async () => {
    await task(anna, 'Review firewall rules', -3)
    await task(anna, 'Sign the policy', 0)
    await task(anna, 'Train newcomers', 5)
    await task(anna, 'Far away', 30)
    await task(wang, '更新资产清单', -1)
    await org.settle()
    await remind(world.kit, place(), now)
    await box.waitFor(2)
    const [english] = await mailTo(anna)
    expect(english!.subject).toBe(`1 overdue: your work at ${org.slug}, 2026-11-18`)
    expect(english!.text).toMatch(/Overdue \(1\)\n- W-\d+ Review firewall rules · due 2026-11-15/)
    expect(english!.text).toMatch(/Due today \(1\)\n- W-\d+ Sign the policy/)
    expect(english!.text).toMatch(/Due within a week \(1\)\n- W-\d+ Train newcomers/)
    expect(english!.text).toMatch(/News \(1\)\n- New work for you: Far away · Due on 2026-12-18/)
    expect(english!.text.indexOf('Far away')).toBeGreaterThan(english!.text.indexOf('News'))
    expect(english!.html).toContain('<html lang="en">')
    const [chinese] = await mailTo(wang)
    expect(chinese!.subject).toBe(`${org.slug}：1 项已逾期，您的工作（2026-11-18）`)
    expect(chinese!.text).toMatch(/已逾期 \(1\)\n- W-\d+ 更新资产清单 · 2026-11-17 到期/)
    expect(chinese!.text).toContain('如需调整接收方式')
    expect(chinese!.html).toContain('<html lang="zh-CN">')
    // Again on the same day, by another process: nothing.
    await Promise.all([remind(world.kit, place(), now), remind(world.kit, place(), now)])
    // On Thursday one more is late. On Friday nothing is new, so there is no mail; what is late stays in the inbox.
    await remind(world.kit, place(), new Date(now.getTime() + 86_400_000))
    await box.waitFor(3)
    expect((await mailTo(anna))[1]!.text).toMatch(/Overdue \(2\)/)
    await remind(world.kit, place(), new Date(now.getTime() + 86_400_000 * 2))
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(box.received.length).toBe(3)
  })

  it('tells in the application what became late, once for each due date', async () => {
    const late = await task(anna, 'Late', -1)
    await remind(world.kit, place(), now)
    await remind(world.kit, place(), new Date(now.getTime() + 86_400_000))
    await org.settle()
    expect((await anna.call(work.notice.list, {})).items.filter((n) => n.kind === 'overdue')).toMatchObject([{ kind: 'overdue', title: 'Overdue: Late', body: 'Was due on 2026-11-17', link: `work/${late.id}` }])
  })

  it('leaves out what was read, and people who want no mail', async () => {
    await org.asSystem((ctx) => notify(ctx, [anna, wang].map((who) => ({
      person: who.personId, kind: 'information' as const, key: 'n', title: { en: 'News', 'zh-CN': '消息' },
    }))))
    await anna.call(work.notice.markAllRead, {})
    await wang.call(work.notice.setPreferences, { items: [{ kind: 'overdue', inApp: true, mail: 'none' }] })
    await task(wang, 'Late', -1)
    await org.settle()
    await remind(world.kit, place(), now)
    await box.waitFor(1)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await mailTo(anna)).toEqual([])
    const [mail] = await mailTo(wang)
    expect(mail!.text).toContain('新消息 (2)')
    expect(mail!.text).not.toContain('已逾期')
  })

  it('goes out by each organisation’s own clock', async () => {
    await sql`update organisation set timezone = 'America/Los_Angeles' where id <> ${org.id}`.execute(world.kit.db)
    const other = await world.organisation()
    await sql`update organisation set timezone = 'Europe/London' where id = ${other.id}`.execute(world.kit.db)
    await remindAll(world.kit, now)
    const { rows } = await sql<{ org_id: string; day: string }>`select org_id, day from digest_run where org_id = any(${[org.id, other.id]}::uuid[])`.execute(world.kit.db)
    expect(rows).toEqual([{ org_id: org.id, day: '2026-11-18' }])
  })
})

describe('rules', () => {
  it('mornings are local, and late news on Mondays only', () => {
    expect([isMorning('Asia/Shanghai', now), isMorning('Asia/Kathmandu', new Date('2026-11-18T02:15:00Z')), isMorning('UTC', now)]).toEqual([true, true, false])
    expect(isMorning('Asia/Shanghai', new Date('2026-11-18T10:00:00Z'))).toBe(false)
    const late = { overdue: [{ text: 'x' }], today: [] }
    expect([worthSending(late, 0, '2026-11-18'), worthSending(late, 0, '2026-11-16'), worthSending(late, 1, '2026-11-18')]).toEqual([false, true, true])
    expect(worthSending({ overdue: [], today: [] }, 0, '2026-11-16')).toBe(false)
  })
})
