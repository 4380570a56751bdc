import { createWorld, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
})

interface Person {
  id: string
  version: number
  account: string
  allowed: string[]
}
interface Invited {
  url: string
  mailed: boolean
}
const { api } = { api: (path: string) => `/api/v1/orgs/acme${path}` }
const hire = async (name: string, email: string | null) =>
  (await company.page.send<Person>('POST', api('/people'), { name, ...(email === null ? {} : { email }) })).body
const invite = async (id: string) => {
  const { body } = await company.page.send<Invited>('POST', api(`/people/${id}/invitation`), {})
  return new URL(body.url).pathname.split('/').at(-1)!
}
const account = async (id: string) => (await company.page.send<Person>('GET', api(`/people/${id}`))).body

describe('invitation', () => {
  it('is for people with an e-mail, tells what it is for, and lets its person in once', async () => {
    const nobody = await hire('No Mail', null)
    expect(await company.page.send('POST', api(`/people/${nobody.id}/invitation`), {})).toMatchObject({ status: 422, body: { code: 'invitation.noEmail' } })

    const ming = await hire('赵明', 'ming@acme.example')
    expect((await account(ming.id)).account).toBe('none')
    const old = await invite(ming.id)
    const token = await invite(ming.id)
    const guest = browser(world)
    expect(await guest.send('GET', `/api/v1/invitations/${old}`)).toMatchObject({ status: 404, body: { code: 'invitation.invalid' } })
    expect((await guest.send('GET', `/api/v1/invitations/${token}`)).body).toEqual({ organisation: 'Acme', slug: 'acme', name: '赵明', email: 'ming@acme.example', hasAccount: false })
    expect((await account(ming.id)).account).toBe('invited')
    expect(await guest.send('POST', `/api/v1/invitations/${token}/accept`, { password: 'administrator' })).toMatchObject({ body: { code: 'password.common' } })
    const both = await Promise.all([1, 2].map(() => guest.send('POST', `/api/v1/invitations/${token}/accept`, { password: goodPassword })))
    expect(both.filter((a) => a.status === 200)).toHaveLength(1)
    expect(await guest.send('POST', `/api/v1/invitations/${token}/accept`, { password: goodPassword })).toMatchObject({ status: 404 })
    expect((await guest.signIn('Ming@Acme.example', goodPassword)).status).toBe(200)
    expect((await guest.me()).body.organisations).toMatchObject([{ slug: 'acme', roles: ['employee'] }])
    expect(await account(ming.id)).toMatchObject({ account: 'active' })
    expect((await account(ming.id)).allowed).toContain('disableAccount')
    expect(await company.page.send('POST', api(`/people/${ming.id}/invitation`), {})).toMatchObject({ status: 409, body: { code: 'invitation.hasAccount' } })
  })

  it('expires, and only those who manage accounts send it', async () => {
    const late = await hire('Late', 'late@acme.example')
    const token = await invite(late.id)
    await sql`update invitation set expires_at = now() - interval '1 second' where person = ${late.id}`.execute(world.kit.db)
    expect((await browser(world).send('GET', `/api/v1/invitations/${token}`)).status).toBe(404)
    const employee = browser(world)
    await employee.signIn('ming@acme.example', goodPassword)
    expect((await employee.send('POST', api(`/people/${late.id}/invitation`), {})).status).toBe(403)
    expect((await employee.send('POST', api('/people'), { name: 'X' })).status).toBe(403)
  })

  it('joins somebody with an account elsewhere by that account’s password, with few tries', async () => {
    const other = await world.organisation('second')
    const boss = await other.actor(['ismsManager'])
    const { directory } = await import('../../contract/index.ts')
    const twin = await boss.call(directory.person.create, { name: 'Zhao Ming', email: 'ming@acme.example' })
    const { url } = await boss.call(directory.invitation.create, { id: twin.id })
    const token = url.split('/').at(-1)!
    const guest = browser(world)
    expect((await guest.send('GET', `/api/v1/invitations/${token}`)).body).toMatchObject({ hasAccount: true })
    const accept = (password: string) => guest.send('POST', `/api/v1/invitations/${token}/accept`, { password })
    expect(await accept('not the right password')).toMatchObject({ status: 422, body: { code: 'password.wrong' } })
    for (let i = 0; i < 9; i += 1) await accept('not the right password')
    expect(await accept(goodPassword)).toMatchObject({ status: 429 })
    await sql`delete from auth.attempt`.execute(world.kit.db)
    expect((await accept(goodPassword)).status).toBe(200)
    await guest.signIn('ming@acme.example', goodPassword)
    expect((await guest.me()).body.organisations.map((o) => o.slug).toSorted()).toEqual(['acme', 'second'])
  })
})

describe('account of a person', () => {
  it('taken away acts on the next request, and comes back', async () => {
    const { items } = (await company.page.send<{ items: Person[] }>('GET', api('/people?q=%E8%B5%B5%E6%98%8E'))).body
    const ming = items[0]!
    const page = browser(world)
    await page.signIn('ming@acme.example', goodPassword)
    expect((await page.send('GET', api('/units'))).status).toBe(200)
    expect((await company.page.send('POST', api(`/people/${ming.id}/disable-account`), { reason: '' })).status).toBe(422)
    expect((await company.page.send('POST', api(`/people/${ming.id}/disable-account`), { reason: 'on leave' })).status).toBe(200)
    expect((await page.send('GET', api('/units'))).status).toBe(404)
    expect((await page.me()).body.organisations.map((o) => o.slug)).toEqual(['second'])
    await company.page.send('POST', api(`/people/${ming.id}/enable-account`), { reason: 'back' })
    expect((await page.send('GET', api('/units'))).status).toBe(200)
  })

  it('is not archived with the person by somebody who may not, nor one’s own, nor the last manager’s', async () => {
    const org = await world.organisation('third')
    const { directory } = await import('../../contract/index.ts')
    const { person } = directory
    const manager = await org.actor(['ismsManager'])
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
    const rowOf = (id: string) => manager.call(person.get, { id })
    const archive = async (who: typeof manager, id: string) => who.refusal(person.archive, { id, version: (await rowOf(id)).version })
    expect(await archive(head, manager.personId)).toMatchObject({ code: 'person.hasAccount', status: 403 })
    expect(await archive(manager, manager.personId)).toMatchObject({ code: 'person.self' })
    const system = await org.actor(['systemAdministrator'])
    expect(await archive(system, manager.personId)).toMatchObject({ code: 'role.lastManager' })
    const archived = await manager.call(person.archive, { id: head.personId, version: (await rowOf(head.personId)).version })
    expect(archived.archivedAt).not.toBeNull()
    expect((await head.refusal(person.list, {})).status).toBe(404)
    expect((await manager.refusal(person.create, { name: 'X', email: 'not an address' })).fields).toMatchObject([{ path: 'email', code: 'format' }])
  })
})
