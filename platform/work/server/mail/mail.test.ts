import { directory } from '@heng/directory/contract'
import { enqueue } from '@heng/server-kit'
import { createWorld, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { work } from '../../contract/index.ts'
import { module } from '../module.ts'
import { notify } from '../reads.ts'
import { openMailbox, readMail, type Mailbox } from './mailbox.fixture.ts'
import { sendMail } from './send.ts'

let box: Mailbox
let world: TestWorld
let org: TestOrganisation

beforeAll(async () => {
  box = await openMailbox({ user: 'heng', password: 'p%40ss' })
  world = await createWorld([module], { smtpUrl: box.url.replace('p%40ss', 'p%2540ss'), mailFrom: 'Heng <isms@acme.example>' })
  await world.composition.startWorker()
})
afterAll(async () => {
  await world.close()
  await box.close()
})
beforeEach(async () => {
  org = await world.organisation()
  box.received.length = 0
  box.answers.length = 0
})

const order = (over: object = {}) => ({ to: 'wang@example.com', locale: 'zh-CN', template: 'test', params: { name: '王芳', organisation: '衡器厂' }, ...over })
const deliveries = async () => (await sql<{ state: string; code: string | null; recipient: string }>`select state, code, recipient from mail_delivery where org_id = ${org.id} order by at`.execute(world.kit.db)).rows

describe('mail.send', () => {
  it('delivers an invitation over SMTP, in both shapes and the right language', async () => {
    const manager = await org.actor(['ismsManager'])
    const person = await manager.call(directory.person.create, { name: '李雷', email: 'li.lei@example.com' })
    const invitation = await manager.call(directory.invitation.create, { id: person.id })
    expect(invitation.mailed).toBe(true)
    await box.waitFor(1)
    const [{ to, source }] = box.received as [{ to: string; source: string }]
    const mail = readMail(source)
    expect(to).toBe('li.lei@example.com')
    expect(mail.header('from')).toBe('Heng <isms@acme.example>')
    expect(mail.header('auto-submitted')).toBe('auto-generated')
    expect(mail.subject).toBe(`${org.slug} invites you to Heng`)
    expect(mail.text).toContain(invitation.url)
    expect(mail.html).toContain(`href="${invitation.url}"`)
    await expect.poll(deliveries).toEqual([{ state: 'sent', code: null, recipient: 'li.lei@example.com' }])
  })

  it('mails a link for a new password to whoever has an account, and nothing to anybody else', async () => {
    const actor = await org.actor([], '韩梅梅')
    const { rows } = await sql<{ email: string }>`select u.email from auth."user" u join membership m on m.user_id = u.id where m.person = ${actor.personId}`.execute(world.kit.db)
    const { email } = rows[0]!
    expect(await world.anonymous.call(directory.passwordReset.status, {})).toEqual({ byMail: true })
    await world.anonymous.call(directory.passwordReset.request, { email: `nobody-${email}` })
    await world.anonymous.call(directory.passwordReset.request, { email: email.toUpperCase() })
    await box.waitFor(1)
    await expect.poll(deliveries).toEqual([{ state: 'sent', code: null, recipient: email }])
    const mail = readMail(box.received[0]!.source)
    const token = /password-reset\/([\w-]{43})/.exec(mail.text)![1]!
    await world.anonymous.call(directory.passwordReset.use, { token, password: 'seven slow trains cross 18 bridges' })
    expect((await actor.refusal(directory.unit.list, {})).status).toBe(401)

    const manager = await org.actor(['ismsManager'])
    const offered = await manager.call(directory.passwordReset.create, { id: actor.personId, reason: 'asked by phone' })
    expect(offered).toMatchObject({ url: null, mailed: true })
    await box.waitFor(2)
    await sql`update membership set disabled_at = now() where person = ${actor.personId}`.execute(world.kit.db)
    await world.anonymous.call(directory.passwordReset.request, { email })
    await expect.poll(async () => (await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'directory.resetMail'`.execute(world.kit.db)).rows[0]!.n).toBe(0)
    expect(box.received).toHaveLength(2)
  })

  it('tries again after a temporary refusal, and delivers once', async () => {
    box.answers.push(451)
    const before = box.attempts()
    await org.asSystem((ctx) => enqueue(ctx, 'mail.send', order()))
    await box.waitFor(1)
    expect(box.attempts() - before).toBe(2)
    expect(readMail(box.received[0]!.source).subject).toBe('Heng 测试邮件')
    await expect.poll(deliveries).toEqual([{ state: 'sent', code: null, recipient: 'wang@example.com' }])
  })

  it('gives up on a refusal for good, notes it, and keeps address and words out of the queue and the log', async () => {
    box.answers.push(550)
    await sendMail({ orgId: org.id, input: order() }, world.kit)
    expect(await deliveries()).toEqual([{ state: 'refused', code: '550', recipient: 'wang@example.com' }])
    box.answers.push(421)
    await expect(sendMail({ orgId: org.id, input: order() }, world.kit)).rejects.toThrow(/^the mail server did not accept the mail \(421\)$/)
    expect(box.received).toEqual([])
  })

  it('waits for a mail server that is away, and for one that refuses the sign-in', async () => {
    const away = { ...world.kit, config: { ...world.kit.config, smtpUrl: 'smtp://127.0.0.1:9' } }
    await expect(sendMail({ orgId: org.id, input: order() }, away)).rejects.toThrow(/\(ESOCKET|\(ECONN/)
    const wrong = { ...world.kit, config: { ...world.kit.config, smtpUrl: box.url.replace('p%40ss', 'wrong') } }
    await expect(sendMail({ orgId: org.id, input: order() }, wrong)).rejects.toThrow(/\(535\)/)
    expect(await deliveries()).toEqual([])
  })

  it('drops an order that fits no template, and everything when no server is configured', async () => {
    await sendMail({ orgId: org.id, input: order({ template: 'nothing' }) }, world.kit)
    await sendMail({ orgId: org.id, input: order({ to: 'not an address' }) }, world.kit)
    await sendMail({ orgId: org.id, input: order() }, { ...world.kit, config: { ...world.kit.config, smtpUrl: undefined } })
    expect([box.received, await deliveries()]).toEqual([[], []])
  })
})

describe('notices by mail', () => {
  const mention = (person: string) => ({
    person, kind: 'mention' as const, key: 'k1', link: 'assets/1',
    title: { en: 'Ma mentioned you in a comment on A-0001', 'zh-CN': '马丽在 A-0001 的评论中提到了您' },
  })

  it('go at once, once, in the reader’s own language, and only to those with an account', async () => {
    const anna = await org.actor([], 'Anna')
    const mail = (await anna.call(work.notice.preferences, {})).address!
    await sql`update auth."user" set locale = 'zh-CN' where email = ${mail}`.execute(world.kit.db)
    const silent = await org.asSystem(async ({ tx, org: { id } }) => (await sql<{ id: string }>`insert into person (id, org_id, reference, version, created_at, updated_at, name, email)
      values (gen_random_uuid(), ${id}, 'X-1', 1, now(), now(), 'No account', 'nobody@example.com') returning id`.execute(tx)).rows[0]!.id)
    for (let i = 0; i < 2; i += 1) await org.asSystem((ctx) => notify(ctx, [mention(anna.personId), mention(silent)]))
    await box.waitFor(1)
    const read = readMail(box.received[0]!.source)
    expect(read.subject).toBe('马丽在 A-0001 的评论中提到了您')
    expect(read.text).toContain(`http://localhost:4600/o/${org.slug}/assets/1`)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(box.received.map(({ to }) => to)).toEqual([mail])
  })

  it('follow the choice of each person', async () => {
    const [anna, bo] = [await org.actor([], 'Anna'), await org.actor([], 'Bo')]
    await anna.call(work.notice.setPreferences, { items: [{ kind: 'mention', inApp: true, mail: 'none' }] })
    await bo.call(work.notice.setPreferences, { items: [{ kind: 'mention', inApp: false, mail: 'immediate' }] })
    await org.asSystem((ctx) => notify(ctx, [mention(anna.personId), mention(bo.personId)]))
    await box.waitFor(1)
    expect(box.received[0]!.to).toBe((await bo.call(work.notice.preferences, {})).address)
    expect((await anna.call(work.notice.list, {})).unread).toBe(1)
    expect((await bo.call(work.notice.list, {})).items).toEqual([])
  })
})
