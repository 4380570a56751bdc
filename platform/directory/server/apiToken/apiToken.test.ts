import { createWorld, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

interface Made {
  id: string
  token: string
  code?: string
}
const make = async (over: object = {}) => company.page.send<Made>('POST', '/api/v1/me/api-tokens', { name: 'CMDB export', days: 30, password: goodPassword, ...over })
const list = async () => (await company.page.send<{ items: { id: string; name: string; ending: string; lastUsedAt: string | null; lastIp: string | null }[] }>('GET', '/api/v1/me/api-tokens')).body.items
const by = (token: string) => async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
  const response = await world.composition.app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, remoteAddress: '10.1.2.3', ...(payload === undefined ? {} : { payload }) })
  return { status: response.statusCode, body: response.json() as Record<string, unknown> }
}

describe('an API token', () => {
  it('does its owner’s work, is kept as a hash, shows when it was used, and ends at once', async () => {
    const { body: made } = await make()
    expect(made.token).toMatch(/^heng_[\w-]{43}$/)
    const call = by(made.token)
    expect((await call('GET', company.api('/units'))).status).toBe(200)
    const unit = await call('POST', company.api('/units'), { name: 'Lab' })
    expect(unit).toMatchObject({ status: 200, body: { name: 'Lab' } })
    expect(await list()).toMatchObject([{ id: made.id, name: 'CMDB export', ending: made.token.slice(-4), lastUsedAt: expect.any(String), lastIp: '10.1.2.3' }])
    const { rows } = await sql<{ text: string }>`select row_to_json(t)::text as text from auth.api_token t union all select row_to_json(h)::text from history_payload h`.execute(world.kit.db)
    expect(rows.some(({ text }) => text.includes(made.token))).toBe(false)
    const origin = await sql<{ via: string }>`select origin ->> 'via' as via from history where record_id = ${unit.body.id as string}`.execute(world.kit.db)
    expect(origin.rows).toEqual([{ via: 'api' }])
    expect((await company.page.send('DELETE', `/api/v1/me/api-tokens/${made.id}`)).status).toBe(200)
    expect((await call('GET', company.api('/units'))).status).toBe(401)
  })

  it('loses what its owner loses, and expires', async () => {
    const { body: made } = await make()
    const call = by(made.token)
    const { rows } = await sql<{ user_id: string }>`update membership set disabled_at = now() returning user_id`.execute(world.kit.db)
    expect((await call('GET', company.api('/units'))).status).toBe(404)
    await sql`update membership set disabled_at = null where user_id = ${rows[0]!.user_id}`.execute(world.kit.db)
    expect((await call('GET', company.api('/units'))).status).toBe(200)
    await sql`update auth.api_token set expires_at = now() - interval '1 second' where id = ${made.id}`.execute(world.kit.db)
    expect((await call('GET', company.api('/units'))).status).toBe(401)
    for (const wrong of ['heng_', `heng_${'x'.repeat(43)}`, 'other']) expect((await by(wrong)('GET', '/api/v1/me')).status).toBe(401)
  })

  it('does not touch the means of signing in', async () => {
    const { body: made } = await make()
    const call = by(made.token)
    expect((await call('GET', '/api/v1/me/sessions')).status).toBe(200)
    for (const [method, url, payload] of [
      ['POST', '/api/v1/me/api-tokens', { name: 'more', days: 1, password: goodPassword }], ['DELETE', `/api/v1/me/api-tokens/${made.id}`, undefined],
      ['POST', '/api/v1/me/password', { current: goodPassword, password: 'seven slow trains cross 18 bridges' }], ['POST', '/api/v1/me/sessions/revoke-others', {}],
    ] as const) expect(await call(method, url, payload)).toMatchObject({ status: 403, body: { code: 'sessionNeeded' } })
    expect((await call('POST', '/api/auth/two-factor/disable', { password: goodPassword })).status).toBe(401)
    expect((await company.page.me()).status).toBe(200)
  })

  it('is made with the password only, for a limited time, in limited number, and nobody else’s is revoked', async () => {
    expect(await make({ password: 'not the password at all' })).toMatchObject({ status: 422, body: { code: 'password.wrong' } })
    expect((await make({ days: 400 })).status).toBe(422)
    expect((await make({ name: '  ' })).status).toBe(422)
    await sql`delete from auth.api_token`.execute(world.kit.db)
    await sql`insert into auth.api_token (id, user_id, name, token_hash, ending, expires_at)
      select gen_random_uuid(), u.id, 'n', sha256(n::text::bytea), 'abcd', now() + interval '1 day' from auth."user" u, generate_series(1, 20) n where u.email = ${company.email}`.execute(world.kit.db)
    expect(await make()).toMatchObject({ status: 409, body: { code: 'apiToken.tooMany' } })
    const stranger = await (await world.organisation('second')).actor([])
    const response = await world.composition.app.inject({ method: 'DELETE', url: `/api/v1/me/api-tokens/${(await list())[0]!.id}`, headers: { cookie: stranger.cookie } })
    expect(response.statusCode).toBe(404)
    expect(await list()).toHaveLength(20)
  })
})
