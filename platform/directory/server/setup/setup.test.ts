import { createWorld, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directory } from '../../contract/index.ts'
import { browser } from '../testing/browser.ts'
import { setupToken } from './token.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([])
})
afterAll(() => world.close())

const password = 'four unrelated green words 41'
const owner = { name: '林晓', email: 'Lin.Xiao@Example.com', password, topManagement: true }
const organisation = { name: '华东精工', slug: 'huadong', locale: 'zh-CN', timezone: 'Asia/Shanghai', currency: 'CNY', riskMethod: 'gbt20984-2022' } as const
const { setup } = directory

describe('set-up', () => {
  it('refuses a wrong token, bad passwords and bad input, and changes nothing', async () => {
    expect(await world.anonymous.call(setup.status, {})).toEqual({ open: true })
    const token = setupToken()
    expect(await world.anonymous.refusal(setup.create, { token: 'guess', owner, organisation })).toMatchObject({ code: 'setup.token', status: 403 })
    expect(await world.anonymous.refusal(setup.create, { token, owner: { ...owner, password: 'administrator' }, organisation })).toMatchObject({ code: 'password.common' })
    expect(await world.anonymous.refusal(setup.create, { token, owner: { ...owner, password: 'LinXiaoHuadong' }, organisation: { ...organisation, name: 'huadong' } })).toMatchObject({ code: 'password.guessable' })
    expect((await world.anonymous.refusal(setup.create, { token, owner: { ...owner, password: 'short' }, organisation })).fields).toMatchObject([{ path: 'owner.password', code: 'tooShort' }])
    expect((await world.anonymous.refusal(setup.create, { token, owner, organisation: { ...organisation, timezone: 'Mars/Base' } })).fields).toMatchObject([{ path: 'organisation.timezone', code: 'timezone' }])
    expect((await world.anonymous.refusal(setup.create, { token, owner, organisation: { ...organisation, slug: 'Hua Dong' } })).fields).toMatchObject([{ path: 'organisation.slug' }])
    expect(await world.anonymous.refusal(setup.check, { token: 'guess', owner })).toMatchObject({ code: 'setup.token' })
    expect(await world.anonymous.refusal(setup.check, { token, owner: { ...owner, password: 'administrator' } })).toMatchObject({ code: 'password.common' })
    expect(await world.anonymous.call(setup.check, { token, owner })).toEqual({})
    expect(await world.anonymous.call(setup.status, {})).toEqual({ open: true })
  })

  it('lets exactly one of several owners in, who can then sign in', async () => {
    const token = setupToken()
    const attempts = await Promise.allSettled(
      [1, 2, 3].map((n) => world.anonymous.call(setup.create, { token, owner: { ...owner, email: `lin.xiao+${n}@example.com` }, organisation })),
    )
    expect(attempts.filter((a) => a.status === 'fulfilled')).toHaveLength(1)
    const winner = attempts.findIndex((a) => a.status === 'fulfilled') + 1
    expect(await world.anonymous.call(setup.status, {})).toEqual({ open: false })
    expect(await world.anonymous.refusal(setup.create, { token, owner, organisation })).toMatchObject({ code: 'setup.closed', status: 409 })
    expect(await world.anonymous.refusal(setup.check, { token, owner })).toMatchObject({ code: 'setup.closed' })

    const page = browser(world)
    expect((await page.signIn(`lin.xiao+${winner}@example.com`, password)).status).toBe(200)
    const { body } = await page.me()
    expect(body).toMatchObject({ user: { name: '林晓', twoFactor: false }, organisations: [{ slug: 'huadong' }] })
    expect(body.organisations[0]!.roles.toSorted()).toEqual(['employee', 'ismsManager', 'topManagement'])
  })
})
