import { createWorld, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { directory } from '../../contract/index.ts'
import { browser } from '../testing/browser.ts'
import { foundCompany, goodPassword } from '../testing/company.ts'

let world: TestWorld
let company: Awaited<ReturnType<typeof foundCompany>>
beforeAll(async () => {
  world = await createWorld([])
  company = await foundCompany(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  await sql`delete from auth."rateLimit"`.execute(world.kit.db)
  await sql`delete from auth.attempt`.execute(world.kit.db)
})

const fresh = 'seven slow trains cross 18 bridges'
interface Offer {
  url: string | null
  mailed: boolean
  code?: string
}
const join = async (name: string, email: string) => {
  const { body: person } = await company.page.send<{ id: string }>('POST', company.api('/people'), { name, email })
  const { body } = await company.page.send<{ url: string }>('POST', company.api(`/people/${person.id}/invitation`), {})
  const token = new URL(body.url).pathname.split('/').at(-1)!
  await browser(world).send('POST', `/api/v1/invitations/${token}/accept`, { password: goodPassword })
  const page = browser(world)
  await page.signIn(email, goodPassword)
  return { id: person.id, email, page }
}
const offer = (id: string, reason = 'forgot it, asked in person') => company.page.send<Offer>('POST', company.api(`/people/${id}/password-reset`), { reason })
const tokenOf = (url: string) => new URL(url).pathname.split('/').at(-1)!

describe('a password reset by an administrator', () => {
  it('works once, signs everything out, ends tokens, keeps the second factor, and stands in the history', async () => {
    const ming = await join('赵明', 'ming@acme.example')
    const { body: key } = await ming.page.send<{ token: string }>('POST', '/api/v1/me/api-tokens', { name: 'script', days: 30, password: goodPassword })
    const { body: first } = await offer(ming.id)
    const { body: second } = await offer(ming.id)
    expect([first.mailed, second.url]).toEqual([false, expect.stringMatching(/^http:\/\/localhost:4600\/password-reset\/[\w-]{43}$/)])
    const token = tokenOf(second.url!)
    const guest = browser(world)
    expect(await guest.send('GET', `/api/v1/password-reset/${tokenOf(first.url!)}`)).toMatchObject({ status: 404, body: { code: 'reset.invalid' } })
    expect((await guest.send('GET', `/api/v1/password-reset/${token}`)).body).toEqual({ email: 'ming@acme.example' })
    expect(await guest.send('POST', `/api/v1/password-reset/${token}`, { password: 'administrator' })).toMatchObject({ status: 422, body: { code: 'password.common' } })
    expect((await ming.page.me()).status).toBe(200)

    const both = await Promise.all([1, 2].map(() => guest.send('POST', `/api/v1/password-reset/${token}`, { password: fresh })))
    expect(both.map((a) => a.status).toSorted()).toEqual([200, 404])
    expect((await ming.page.me()).status).toBe(401)
    expect((await browser(world).signIn(ming.email, goodPassword)).status).toBe(401)
    expect((await browser(world).signIn(ming.email, fresh)).status).toBe(200)
    const called = await world.composition.app.inject({ method: 'GET', url: '/api/v1/me', headers: { authorization: `Bearer ${key.token}` } })
    expect(called.statusCode).toBe(401)
    const { rows } = await sql<{ action: string; reason: string | null }>`select action, reason from history where record_id = ${ming.id} order by seq`.execute(world.kit.db)
    expect(rows.slice(-3)).toEqual([
      { action: 'passwordResetOffered', reason: 'forgot it, asked in person' }, { action: 'passwordResetOffered', reason: 'forgot it, asked in person' }, { action: 'passwordReset', reason: null },
    ])
    const { rows: kept } = await sql<{ text: string }>`select row_to_json(r)::text as text from auth.password_reset r union all select row_to_json(h)::text from history_payload h`.execute(world.kit.db)
    expect(kept.some(({ text }) => text.includes(token))).toBe(false)
  })

  it('expires, needs a reason, an account and the right, and is not for oneself', async () => {
    const late = await join('Late', 'late@acme.example')
    const { body } = await offer(late.id)
    await sql`update auth.password_reset set expires_at = now() - interval '1 second'`.execute(world.kit.db)
    expect((await browser(world).send('POST', `/api/v1/password-reset/${tokenOf(body.url!)}`, { password: fresh })).status).toBe(404)
    expect((await offer(late.id, ' ')).status).toBe(422)
    expect((await late.page.send('POST', company.api(`/people/${late.id}/password-reset`), { reason: 'x' })).status).toBe(403)
    const { body: bare } = await company.page.send<{ id: string }>('POST', company.api('/people'), { name: 'No Account' })
    expect(await offer(bare.id)).toMatchObject({ status: 409, body: { code: 'membership.none' } })
    const { body: me } = await company.page.send<{ organisations: { personId: string }[] }>('GET', '/api/v1/me')
    expect(await offer(me.organisations[0]!.personId)).toMatchObject({ status: 403, body: { code: 'reset.self' } })
  })

  it('does not open another organisation to the administrator of one', async () => {
    const shared = await join('Shared', 'shared@acme.example')
    const other = await world.organisation('second')
    const boss = await other.actor(['ismsManager'])
    const twin = await boss.call(directory.person.create, { name: 'Shared', email: 'shared@acme.example' })
    const { url } = await boss.call(directory.invitation.create, { id: twin.id })
    await browser(world).send('POST', `/api/v1/invitations/${tokenOf(url)}/accept`, { password: goodPassword })
    expect(await offer(shared.id)).toMatchObject({ status: 409, body: { code: 'reset.elsewhere' } })
    expect(await boss.refusal(directory.passwordReset.create, { id: shared.id, reason: 'x' })).toMatchObject({ status: 404 })
  })
})

describe('asking for a reset', () => {
  it('answers alike for known and unknown addresses, few times, and says that no mail goes out', async () => {
    const guest = browser(world)
    expect((await guest.send('GET', '/api/v1/password-reset')).body).toEqual({ byMail: false })
    const ask = (email: string) => guest.send('POST', '/api/v1/password-reset', { email })
    expect(await ask(company.email)).toEqual(await ask('nobody@acme.example'))
    for (let i = 0; i < 4; i += 1) await ask('nobody@acme.example')
    expect((await ask('Nobody@acme.example')).status).toBe(429)
    expect((await ask('no address')).status).toBe(422)
    expect((await sql`select from auth.password_reset r join auth."user" u on u.id = r.user_id where u.email = ${company.email}`.execute(world.kit.db)).rows).toEqual([])
  })
})
