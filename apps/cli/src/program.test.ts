import { directory } from '@heng/directory/contract'
import { createWorld, totp, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { metaOf, operationsOf, type Contract } from '@heng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rooms } from '../../server/src/modules.ts'
import { terminal } from './cli.fixture.ts'
import { commandOf, loadCatalogue } from './catalogue.ts'

const password = 'a-test-password-of-some-length-7'
let world: TestWorld
let org: TestOrganisation
let manager: Actor
let email: string
let url: string

beforeAll(async () => {
  world = await createWorld(rooms)
  org = await world.organisation()
  manager = await org.actor(['ismsManager'], '张敏')
  email = (await manager.call(directory.person.get, { id: manager.personId })).email!
  url = await world.composition.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => world.close())

const signedIn = async () => {
  const there = terminal({ HENG_URL: url })
  const { code, err } = await there.heng(['sign-in', '--email', email], { input: `${password}\n` })
  expect([code, err]).toEqual([0, expect.stringContaining(`Signed in to ${url} as ${email}.`)])
  return there
}

describe('the catalogue', () => {
  it('has a command for every operation that the server serves, and no two for one', async () => {
    const { nouns } = await loadCatalogue()
    const served = world.kit.modules.flatMap((m) => operationsOf((m.contract ?? {}) as Contract)).map((o) => metaOf(o).id)
    for (const id of served) {
      const [noun, verb] = commandOf(id)
      expect(nouns.get(noun)?.verbs.get(verb)?.meta.id, id).toBe(id)
    }
    expect(new Set(served.map((id) => commandOf(id).join(' '))).size).toBe(served.length)
  })
})

describe('sign-in', () => {
  it('keeps a session that only this account can read, and ends it', async () => {
    const { heng, home } = await signedIn()
    const file = join(home, '.config', 'heng', 'sessions.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).not.toContain(password)
    const me = JSON.parse((await heng(['session', 'me'])).out) as { user: { email: string } }
    expect(me.user.email).toBe(email)
    expect((await heng(['sign-out'])).code).toBe(0)
    expect(await heng(['unit', 'list'])).toMatchObject({ code: 2, err: expect.stringContaining('heng sign-in') })
  })

  it('is not needed with an API token, which needs no organisation named either', async () => {
    const { token, id } = await manager.call(directory.apiToken.create, { name: 'nightly', days: 1, password })
    const { heng, home } = terminal({ HENG_URL: url, HENG_TOKEN: token })
    const units = JSON.parse((await heng(['unit', 'list'])).out) as { total: number }
    expect(units.total).toBeGreaterThan(0)
    expect(existsSync(join(home, '.config'))).toBe(false)
    await manager.call(directory.apiToken.revoke, { id })
    const after = await heng(['unit', 'list', '--org', org.slug])
    expect(after).toMatchObject({ code: 2, err: expect.stringContaining('HENG_TOKEN is not valid here') })
    expect(after.err + after.out).not.toContain(token)
  })

  it('asks for the second factor where it is on', async () => {
    const anna = await org.actor(['ismsManager'], 'Anna')
    const mail = (await anna.call(directory.person.get, { id: anna.personId })).email!
    const enabled = await fetch(`${url}/api/auth/two-factor/enable`, { method: 'POST', headers: { cookie: anna.cookie, 'content-type': 'application/json', origin: url }, body: JSON.stringify({ password }) })
    const { totpURI } = (await enabled.json()) as { totpURI: string }
    const code = totp(new URL(totpURI).searchParams.get('secret')!)
    const verified = await fetch(`${url}/api/auth/two-factor/verify-totp`, { method: 'POST', headers: { cookie: anna.cookie, 'content-type': 'application/json', origin: url }, body: JSON.stringify({ code }) })
    expect(verified.status).toBe(200)
    const { heng } = terminal({ HENG_URL: url, LANG: 'zh_CN.UTF-8' })
    expect(await heng(['sign-in', '--email', mail], { input: `${password}\n000000\n` })).toMatchObject({ code: 2, err: expect.stringContaining('验证码不正确') })
    const done = await heng(['sign-in'], { input: `${mail}\n${password}\n${totp(new URL(totpURI).searchParams.get('secret')!)}\n` })
    expect([done.code, done.err]).toEqual([0, expect.stringContaining('双因素验证码')])
  })

  it('says what is wrong: password, address, nobody there', async () => {
    const { heng } = terminal({ HENG_URL: url })
    expect(await heng(['sign-in', '--email', email], { input: 'not the password\n' })).toMatchObject({ code: 2, out: '', err: expect.stringContaining('E-mail or password is not correct.') })
    expect(await heng(['unit', 'list', '--org', 'x'], { env: { HENG_URL: 'http://127.0.0.1:9' } })).toMatchObject({ code: 2, err: expect.stringMatching(/No Heng answers.*\nStart it with npm start/) })
    expect(await heng(['unit', 'list', '--org', 'x'], { env: { HENG_URL: 'not an address' } })).toMatchObject({ code: 2, err: expect.stringContaining('not an address') })
  })
})

describe('operations', () => {
  it('take options, JSON, files and standard input, and answer with JSON or a table', async () => {
    const { heng, home } = await signedIn()
    const made = await heng(['person', 'create', '--name', '李雷', '--email', 'li.lei@example.com', '--jobTitle', '安全工程师'])
    expect(made.err).toBe('')
    const person = JSON.parse(made.out) as { id: string; version: number; jobTitle: string; reference: string }
    expect(person.jobTitle).toBe('安全工程师')
    const changed = JSON.parse((await heng(['person', 'update', person.id, '--version', '1', '--job-title', 'null', '--name', 'Li Lei'])).out) as object
    expect(changed).toMatchObject({ name: 'Li Lei', jobTitle: null, version: 2 })
    writeFileSync(join(home, 'unit.json'), '\uFEFF{"name":"From a file","code":"F"}')
    expect(JSON.parse((await heng(['unit', 'create', '--input', 'unit.json', '--code', 'G'])).out)).toMatchObject({ name: 'From a file', code: 'G' })
    expect(JSON.parse((await heng(['unit', 'create', '--input', '-'], { input: '{"name":"Piped"}' })).out)).toMatchObject({ name: 'Piped' })
    const found = JSON.parse((await heng(['unit', 'list', '--filter.code=G', '--org', org.slug])).out) as { items: { name: string }[] }
    expect(found.items.map((u) => u.name)).toEqual(['From a file'])
    const table = (await heng(['person', 'list', '--q', 'Li Lei', '--table'])).out
    expect(table).toMatch(/^reference +name/)
    expect(table).toContain(`${person.reference}`)
    expect(table).not.toContain(person.id)
    const all = JSON.parse((await heng(['unit', 'list', '--limit', '1', '--all'])).out) as { items: unknown[]; next: null }
    expect([all.items.length, all.next]).toEqual([3, null])
  })

  it('print refusals in the reader’s language to standard error and end with 2', async () => {
    const { heng } = await signedIn()
    const refused = await heng(['person', 'create', '--name', '', '--email', 'x'], { env: { LANG: 'zh_CN.UTF-8' } })
    expect(refused).toEqual({ code: 2, out: '', err: '提交的内容有不符合要求之处。\n  name: 必填。\n' })
    expect(await heng(['role-assignment', 'create', '--person', manager.personId, '--role', 'king'])).toMatchObject({ code: 2, err: expect.stringMatching(/ {2}role: Allowed: topManagement/) })
    expect(await heng(['unit', 'get', '00000000-0000-4000-8000-000000000000'])).toMatchObject({ code: 2, out: '' })
    expect(await heng(['unit', 'list', '--org', 'elsewhere'])).toMatchObject({ code: 2 })
    expect(await heng(['unit', 'list', '--limit', 'many'])).toMatchObject({ code: 2, err: '--limit needs a number, not “many”.\n' })
    expect(await heng(['unit', 'create', '--json', '[1]'])).toMatchObject({ code: 2, err: '--json is not a JSON object.\n' })
    expect(await heng(['unit', 'get'])).toMatchObject({ code: 2, err: '--id: required.\n' })
    expect(await heng(['unit', 'lst'])).toMatchObject({ code: 2, err: 'There is no command “lst”.\nDid you mean “list”?\n' })
    expect(await heng(['unitt'])).toMatchObject({ code: 2, out: '' })
  })

  it('ask for the organisation where there are several', async () => {
    const { heng } = await signedIn()
    const other = await world.organisation()
    const { rows } = await sql<{ user_id: string }>`select user_id from membership where person = ${manager.personId}`.execute(world.kit.db)
    const twin = await other.actor(['ismsManager'])
    await sql`delete from membership where person = ${twin.personId}`.execute(world.kit.db)
    await sql`insert into membership (org_id, user_id, person) values (${other.id}, ${rows[0]!.user_id}, ${twin.personId})`.execute(world.kit.db)
    await heng(['sign-in', '--email', email], { input: `${password}\n` })
    expect(await heng(['unit', 'list'])).toMatchObject({ code: 2, err: expect.stringContaining(`  ${other.slug}\n`) })
    expect((await heng(['unit', 'list'], { env: { HENG_ORG: other.slug } })).code).toBe(0)
    await sql`delete from membership where org_id = ${other.id} and user_id = ${rows[0]!.user_id}`.execute(world.kit.db)
  })
})

describe('help', () => {
  it('lists nouns and fields in the language of the terminal', async () => {
    const { heng } = terminal({ LANG: 'zh_CN.UTF-8' })
    const root = await heng([])
    expect([root.code, root.err]).toEqual([0, ''])
    expect(root.out).toContain('person')
    expect(root.out).toContain('人员：')
    const create = await heng(['person', 'create', '--help'])
    expect(create.out).toMatch(/--name <text> +姓名；必填/)
    expect((await heng(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    const english = await heng(['--help'], { env: { LANG: 'C' } })
    expect(english.out).toContain('People: ')
  })
})

describe('simulate', () => {
  const scenarios = (rate: number) => JSON.stringify({ scenarios: [{ id: 'fire', frequency: { poisson: { rate } }, magnitude: { lognormal: { mu: 11, sigma: 1.2 } } }] })
  it('computes annual losses alone, the same for the same seed, and tells its speed beside them', async () => {
    const { heng, home } = terminal({ HENG_URL: 'http://127.0.0.1:9' })
    const one = await heng(['simulate', '-', '--years', '100000', '--seed', '7'], { input: scenarios(1) })
    const { portfolio, scenarios: [fire] } = JSON.parse(one.out) as { portfolio: { p99: number }; scenarios: { id: string; mean: number; p99: number; es99: number; probabilityOfLoss: number }[] }
    expect(fire).toMatchObject({ id: 'fire', p99: portfolio.p99 })
    expect([Math.round(fire!.probabilityOfLoss * 100), fire!.es99 > fire!.p99, fire!.p99 > fire!.mean]).toEqual([63, true, true])
    expect([one.code, one.err]).toEqual([0, expect.stringMatching(/100000 event-years .* M event-years\/s/)])
    expect((await heng(['simulate', '-', '--years=100000', '--seed=7'], { input: scenarios(1) })).out).toBe(one.out)
    expect((await heng(['simulate', '-', '--years=100000', '--seed=8'], { input: scenarios(1) })).out).not.toBe(one.out)
    expect(existsSync(join(home, 'data'))).toBe(false)
  })
  it('ends with 2 and names what is not allowed', async () => {
    const { heng } = terminal({})
    expect(await heng(['simulate', '-'], { input: scenarios(-1) })).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/scenarios\[0\]\.frequency\.poisson\.rate: at least 0\n.*不得小于 0/) })
    expect(await heng(['simulate', 'no-such-file.json'])).toMatchObject({ code: 2, err: expect.stringMatching(/no-such-file\.json/) })
    expect(await heng(['simulate'])).toMatchObject({ code: 2, err: expect.stringMatching(/heng simulate <scenarios\.json/) })
  })
})

describe('scan read', () => {
  const samples = fileURLToPath(new URL('../../../engines/scanners/src/findings/samples/', import.meta.url))
  it('tells findings one a line and a summary beside them, and how the reading ended by its exit code', async () => {
    const { heng, home } = terminal({ HENG_URL: 'http://127.0.0.1:9' })
    const whole = await heng(['scan', 'read', join(samples, 'nessus.xml'), '--json'])
    const findings = whole.out.trim().split('\n').map((line) => JSON.parse(line) as { tool: string; title: string; identifiers: { cve: string[] } })
    expect([whole.code, whole.err]).toEqual([0, 'tool=nessus findings=4 hosts=2 cves=2\n'])
    expect(findings[0]).toMatchObject({ tool: 'nessus', title: 'Example Server < 2.4 Multiple Vulnerabilities', identifiers: { cve: ['CVE-2031-10001', 'CVE-2031-10002'] } })
    const cut = join(home, 'cut.nessus')
    const text = readFileSync(join(samples, 'nessus.xml'), 'utf8')
    writeFileSync(cut, text.slice(0, text.indexOf('Unix Compliance')))
    expect(await heng(['scan', 'read', cut])).toMatchObject({ code: 1, err: expect.stringMatching(/breaks off.*findings were read before[^]*此前已读取[^]*tool=nessus findings=2 hosts=1 cves=2\n$/) })
    writeFileSync(cut, 'nothing of the kind')
    expect(await heng(['scan', 'read', cut])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/not a scan report that is known/) })
    expect(await heng(['scan', 'read', join(home, 'none')])).toMatchObject({ code: 2, err: expect.stringMatching(/cannot be read/) })
    expect(await heng(['scan', 'read', cut, '--tool'])).toMatchObject({ code: 2, err: expect.stringMatching(/heng scan read <file>/) })
    expect((await heng(['scan', '--help'])).out).toMatch(/read +/)
  })

  it('takes which column stands for which field, and says which there is none of', async () => {
    const { heng, home } = terminal({ HENG_URL: 'http://127.0.0.1:9' })
    const list = join(home, 'list.csv')
    writeFileSync(list, 'Bezeichnung;Einstufung;Rechner\nSchwaches Kennwort;hoch;192.0.2.9\n')
    expect(await heng(['scan', 'read', list])).toMatchObject({ code: 2, err: expect.stringMatching(/not a scan report that is known/) })
    const told = await heng(['scan', 'read', list, '--tool', 'generalTable', '--map', 'title=Bezeichnung', '--map=severity=Einstufung', '--map', 'host=Rechner'])
    expect([told.code, told.err]).toEqual([0, 'tool=generalTable findings=1 hosts=1 cves=0\n'])
    expect(JSON.parse(told.out)).toMatchObject({ title: 'Schwaches Kennwort', severity: { reported: 'hoch', derived: null }, host: { ips: ['192.0.2.9'] } })
    expect(await heng(['scan', 'read', list, '--map', 'title=Name'])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/no columns or keys named: Name; it has: Bezeichnung[^]*报告中没有以下列或键：Name/) })
    expect(await heng(['scan', 'read', list, '--map', 'titel=Bezeichnung'])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/unknown fields: titel; there are: title[^]*未知字段：titel/) })
    expect(await heng(['scan', 'read', list, '--map', 'title'])).toMatchObject({ code: 2, err: expect.stringMatching(/--map <field>=<column>/) })
  })
})

describe('cvss', () => {
  it('scores one vector, or one a line with an error object for a bad one, and ends with 2 or 1', async () => {
    const { heng } = terminal({ HENG_URL: 'http://127.0.0.1:9' })
    const one = await heng(['cvss', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'])
    expect([one.code, JSON.parse(one.out)]).toEqual([0, expect.objectContaining({ version: '3.1', score: 9.8, severity: 'CRITICAL', baseScore: 9.8 })])
    const lines = await heng(['cvss', '-'], { input: 'AV:N/AC:L/Au:N/C:N/I:N/A:C\r\n\nCVSS:3.1/AV:N\nCVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H' })
    expect(lines.code).toBe(1)
    expect(lines.out.trim().split('\n').map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ version: '2.0', score: 7.8 }),
      { line: 3, error: expect.objectContaining({ code: 'missing', metric: 'AC', message: { en: expect.any(String), 'zh-CN': expect.any(String) } }) },
      expect.objectContaining({ version: '4.0', score: 10, nomenclature: 'CVSS-B' }),
    ])
    expect(await heng(['cvss', 'CVSS:3.1/AV:X'])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/"X" is no value of AV; allowed are N, A, L, P\n.*允许/) })
    expect(await heng(['cvss'])).toMatchObject({ code: 2 })
  })
})

describe('score', () => {
  it('computes alone, without a server or data, and ends with 2 on what is not allowed', async () => {
    const { heng, home } = terminal({ HENG_URL: 'http://127.0.0.1:9' })
    const one = await heng(['score', 'gbt20984-matrix', 'asset=2', 'threat=2', 'vulnerability=2'])
    expect([one.code, JSON.parse(one.out)]).toEqual([0, expect.objectContaining({ level: 1, value: 6, method: 'gbt20984-matrix' })])
    const lines = await heng(['score', 'nist800-30', '-'], { input: '{"likelihood":5,"impact":5}\n{"likelihood":9,"impact":1}\n' })
    expect(lines.code).toBe(2)
    expect(lines.out.trim().split('\n').map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual(['level', 'line'])
    expect(await heng(['score', 'nothing', 'asset=1'])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/gbt20984-2022/) })
    expect(existsSync(join(home, 'data'))).toBe(false)
  })
})
