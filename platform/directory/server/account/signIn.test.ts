import { createWorld, type TestWorld } from '@heng/testkit'
import { createOTP } from '@better-auth/utils/otp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { browser } from '../testing/browser.ts'
import { foundCompany, goodPassword } from '../testing/company.ts'

let world: TestWorld
let company: Awaited<ReturnType<typeof foundCompany>>
beforeAll(async () => {
  world = await createWorld([])
  company = await foundCompany(world)
})
afterAll(() => world.close())
// Each test starts with all its attempts.
beforeEach(async () => {
  await sql`delete from auth."rateLimit"`.execute(world.kit.db)
  await sql`delete from auth.attempt`.execute(world.kit.db)
})

const timed = async <T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> => {
  const began = performance.now()
  const value = await work()
  return { value, ms: performance.now() - began }
}
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

describe('signing in', () => {
  it('hands the session over in a cookie that scripts cannot read, and nowhere else', async () => {
    const response = await world.composition.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: company.email, password: goodPassword } })
    const [cookie] = [response.headers['set-cookie']].flat().filter((one) => one?.includes('session_token'))
    expect(cookie).toMatch(/; HttpOnly/i)
    const token = decodeURIComponent(/session_token=([^;]+)/.exec(cookie!)![1]!).split('.')[0]!
    expect(response.statusCode).toBe(200)
    expect(token.length).toBeGreaterThan(20)
    expect(response.body).not.toContain(token)
  })

  it('answers a wrong password and an unknown e-mail alike, in words and in time', async () => {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    const bodies = new Set<string>()
    for (let round = 0; round < 5; round += 1) {
      for (const [kind, email] of [['known', company.email], ['unknown', `nobody${round}@acme.example`]] as const) {
        const { value, ms } = await timed(() => browser(world, `10.0.${round}.${kind === 'known' ? 1 : 2}`).signIn(email, 'not the password at all'))
        times[kind].push(ms)
        const { requestId: _, ...body } = value.body
        bodies.add(JSON.stringify([value.status, body]))
      }
    }
    expect([...bodies]).toEqual([JSON.stringify([401, { code: 'signIn.wrong', status: 401, message: 'E-mail or password is not correct.' }])])
    // argon2id takes most of the time in both; without it one would be answered in a tenth of the other's.
    const ratio = median(times.unknown) / median(times.known)
    expect(ratio).toBeGreaterThan(0.4)
    expect(ratio).toBeLessThan(2.5)
  })

  it('limits guesses per address and per e-mail, in words that say how long', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 12; i += 1) statuses.push((await browser(world, '10.1.0.1').signIn(company.email, `guess number ${i}`)).status)
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401))
    const limited = await browser(world, '10.1.0.1').signIn(company.email, goodPassword)
    expect(limited).toMatchObject({ status: 429, body: { code: 'rateLimited' } })
    expect(limited.body.message).toMatch(/Try again in \d+ seconds/)
    // Other addresses may go on, until the e-mail itself has been guessed at too often; known or not makes no difference.
    expect((await browser(world, '10.1.0.2').signIn(company.email, goodPassword)).status).toBe(200)
    for (const email of [company.email, 'nobody@acme.example']) {
      const answers: number[] = []
      for (let i = 0; i < 32; i += 1) answers.push((await browser(world, `10.2.${email.length}.${i}`).signIn(email, 'wrong wrong wrong')).status)
      expect(answers.filter((status) => status === 401)).toHaveLength(30)
      expect(answers.slice(30)).toEqual([429, 429])
    }
  })

  it('offers nothing of better-auth but signing in and its factors', async () => {
    const page = browser(world)
    for (const path of ['sign-up/email', 'change-password', 'update-user', 'change-email', 'delete-user', 'revoke-sessions', 'list-sessions', 'two-factor/send-otp', 'request-password-reset']) {
      expect((await page.send('POST', `/api/auth/${path}`, { email: 'x@example.com', password: goodPassword, name: 'X' })).status).toBe(404)
    }
  })
})

const secretOf = (uri: string): string => new URL(uri).searchParams.get('secret')!
/** The code that an authenticator app shows for a secret (RFC 6238), from its base32 form. */
const codeFor = (base32: string): Promise<string> => {
  const bits = [...base32.replace(/=+$/, '')].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  return createOTP(new TextDecoder().decode(new Uint8Array(bytes))).totp()
}

describe('second factor', () => {
  it('is switched on by a code, asked for at sign-in, replaced by a recovery code once, and switched off', async () => {
    const page = browser(world)
    await page.signIn(company.email, goodPassword)
    expect(await page.send('POST', '/api/auth/two-factor/enable', { password: 'wrong' })).toMatchObject({ status: 422, body: { code: 'password.wrong' } })
    const made = await page.send<{ totpURI: string; backupCodes: string[] }>('POST', '/api/auth/two-factor/enable', { password: goodPassword })
    expect(made.status).toBe(200)
    expect(made.body.backupCodes).toHaveLength(10)
    expect((await page.me()).body.user.twoFactor).toBe(false)
    const wrong = await page.send('POST', '/api/auth/two-factor/verify-totp', { code: '000000' })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'signIn.code' } })
    const secret = secretOf(made.body.totpURI)
    expect((await page.send('POST', '/api/auth/two-factor/verify-totp', { code: await codeFor(secret) })).status).toBe(200)
    expect((await page.me()).body.user.twoFactor).toBe(true)

    const again = browser(world)
    expect((await again.signIn(company.email, goodPassword)).body).toMatchObject({ twoFactorRedirect: true })
    expect((await again.me()).status).toBe(401)
    expect((await again.send('POST', '/api/auth/two-factor/verify-totp', { code: await codeFor(secret) })).status).toBe(200)
    expect((await again.me()).status).toBe(200)

    const code = made.body.backupCodes[0]!
    const recovering = browser(world)
    await recovering.signIn(company.email, goodPassword)
    expect((await recovering.send('POST', '/api/auth/two-factor/verify-backup-code', { code })).status).toBe(200)
    expect((await recovering.me()).status).toBe(200)
    const reusing = browser(world)
    await reusing.signIn(company.email, goodPassword)
    expect(await reusing.send('POST', '/api/auth/two-factor/verify-backup-code', { code })).toMatchObject({ status: 422, body: { code: 'signIn.recoveryCode' } })
    expect((await reusing.me()).status).toBe(401)

    expect((await page.send('POST', '/api/auth/two-factor/disable', { password: goodPassword })).status).toBe(200)
    expect((await page.me()).body.user.twoFactor).toBe(false)
    const { rows } = await sql<{ action: string }>`select action from history where noun = 'person' and action like 'twoFactor%' order by seq`.execute(world.kit.db)
    expect(rows.map((r) => r.action)).toEqual(['twoFactorOn', 'twoFactorOff'])
  })
})

describe('own account', () => {
  it('ends a session on its next request, one or all others', async () => {
    const [laptop, phone, tablet] = [browser(world), browser(world, '10.3.0.1'), browser(world, '10.3.0.2')]
    for (const page of [laptop, phone, tablet]) await page.signIn(company.email, goodPassword)
    const { body } = await laptop.send<{ items: { id: string; current: boolean; ip: string }[] }>('GET', '/api/v1/me/sessions')
    expect(body.items.filter((s) => s.current)).toHaveLength(1)
    const phones = body.items.find((s) => s.ip === '10.3.0.1')!
    expect((await phone.me()).status).toBe(200)
    expect((await laptop.send('DELETE', `/api/v1/me/sessions/${phones.id}`)).status).toBe(200)
    expect((await phone.me()).status).toBe(401)
    expect((await tablet.me()).status).toBe(200)
    await laptop.send('POST', '/api/v1/me/sessions/revoke-others', {})
    expect((await tablet.me()).status).toBe(401)
    expect((await laptop.me()).status).toBe(200)
  })

  it('changes the password against the current one, refuses weak ones, ends other sessions', async () => {
    const [laptop, phone] = [browser(world), browser(world)]
    for (const page of [laptop, phone]) await page.signIn(company.email, goodPassword)
    const change = (current: string, password: string) => laptop.send('POST', '/api/v1/me/password', { current, password })
    expect(await change('wrong', 'nine purple elephants dance 7')).toMatchObject({ status: 422, body: { code: 'password.wrong', fields: [{ path: 'current' }] } })
    expect(await change(goodPassword, 'administrator')).toMatchObject({ status: 422, body: { code: 'password.common' } })
    expect((await phone.me()).status).toBe(200)
    expect((await change(goodPassword, 'nine purple elephants dance 7')).status).toBe(200)
    expect((await phone.me()).status).toBe(401)
    expect((await laptop.me()).status).toBe(200)
    expect((await browser(world).signIn(company.email, goodPassword)).status).toBe(401)
    expect((await browser(world).signIn(company.email, 'nine purple elephants dance 7')).status).toBe(200)
    for (let i = 0; i < 10; i += 1) await change('wrong', 'nine purple elephants dance 7')
    expect(await change('wrong', 'x'.repeat(20))).toMatchObject({ status: 429, body: { code: 'rateLimited' } })
    expect((await change('nine purple elephants dance 7', goodPassword)).status).toBe(429)
    await sql`delete from auth.attempt`.execute(world.kit.db)
    expect((await change('nine purple elephants dance 7', goodPassword)).status).toBe(200)
  })
})
