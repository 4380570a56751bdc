import { assets } from '@heng/assets/contract'
import { directory } from '@heng/directory/contract'
import { mappingFields } from '@heng/engine-scanners'
import { operations } from '@heng/operations/contract'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mappedFields, vulnerabilities } from '../../contract/index.ts'
import { all, nessus, take, upload, vulnerabilityWorld } from '../testing/world.ts'
import { settleScans } from './settle.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await vulnerabilityWorld()
  await world.composition.startWorker()
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})

const { scan } = vulnerabilities
const over = async (id: string, who = manager) => {
  for (let tries = 0; tries < 400; tries += 1) {
    const at = await who.call(scan.progress, { id })
    if (at.state !== 'waiting' && at.state !== 'running') return at
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('the report was not taken in')
}

// Headings that nobody could guess, below a title.
const table = ['月度清单', 'Wasda,Bewertung x,Rechner y', 'Old library,High,192.0.2.7', 'Open share,Low,192.0.2.8'].join('\n')

describe('a report that was not understood', () => {
  it('says so in plain words, shows its columns, and is read once somebody says what they are', async () => {
    const first = await take(world, org, manager, table, { name: 'list.csv' })
    expect(first.state).toBe('failed')
    expect((await manager.call(scan.progress, { id: first.id })).error).toMatchObject({ code: 'vulnerabilityScan.unknownFormat', problem: 'unknown-format', message: 'The format of this report is not recognised.' })
    expect(await manager.call(scan.columns, { id: first.id })).toEqual({ columns: ['Wasda', 'Bewertung x', 'Rechner y'], rows: [['Old library', 'High', '192.0.2.7'], ['Open share', 'Low', '192.0.2.8']] })
    const again = await manager.call(scan.again, { id: first.id, mapping: { title: 'Wasda', severity: 'Bewertung x', host: ['Rechner y'] } })
    expect(again).toMatchObject({ id: first.id, state: 'waiting' })
    expect(await over(first.id)).toMatchObject({ state: 'done', error: null })
    expect((await all(manager)).map(({ title, severity }) => [title, severity])).toEqual([['Old library', 'high'], ['Open share', 'low']])
    expect(await manager.refusal(scan.again, { id: first.id })).toMatchObject({ status: 409, code: 'vulnerabilityScan.notOver' })
  })

  it('names columns that are not there, and a mapping may come with the first try', async () => {
    const file = await upload(world, org, manager, 'list.csv', table)
    const { id } = await manager.call(scan.begin, { file, mapping: { title: 'Wasda', host: 'Nowhere' } })
    expect((await over(id)).error).toMatchObject({ code: 'vulnerabilityScan.unreadable', problem: 'mapping-column', message: expect.stringContaining('Nowhere') as string })
    expect(await manager.refusal(scan.begin, { file, mapping: { colour: 'Wasda' } as never })).toMatchObject({ status: 422 })
  })

  it('is read by a reader chosen by hand, of which all are listed; what is no table has no columns', async () => {
    const { items } = await manager.call(scan.formats, {})
    expect(items.length).toBeGreaterThan(150)
    expect(items).toContainEqual({ id: 'nessus', name: 'Nessus' })
    const other = await take(world, org, manager, 'Dear all, the scan, as ever, was fine.', { name: 'mail.txt' })
    expect(await manager.call(scan.columns, { id: other.id })).toMatchObject({ rows: [] })
    expect(await manager.call(scan.columns, { id: (await take(world, org, manager, '{"a":[1,2],"b":2}')).id })).toEqual({ columns: [], rows: [] })
    await manager.call(scan.again, { id: other.id, tool: 'nessus' })
    expect(await over(other.id)).toMatchObject({ state: 'failed' })
  })

  it('offers only fields that the reader knows', () => {
    expect(mappingFields).toEqual(expect.arrayContaining([...mappedFields]))
  })

  it('that breaks off can be taken as far as it goes', async () => {
    const host = (address: string) => ({ name: address, tags: { 'host-ip': address }, items: [{}] })
    const cut = nessus([host('192.0.2.1'), host('192.0.2.2'), host('192.0.2.3')]).slice(0, -200)
    const failed = await take(world, org, manager, cut)
    const { error } = await manager.call(scan.progress, { id: failed.id })
    expect(error).toMatchObject({ problem: 'truncated', findingsRead: 2, message: expect.stringMatching(/line \d+, column \d+/) as string })
    await manager.call(scan.again, { id: failed.id, partial: true })
    expect(await over(failed.id)).toMatchObject({ state: 'done' })
    expect(await manager.call(scan.get, { id: failed.id })).toMatchObject({ partial: true, opened: 2 })
  })

  it('of somebody else cannot be tried again by whoever may run only their own', async () => {
    const failed = await take(world, org, manager, 'no report')
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
    for (const operation of [scan.again, scan.columns, scan.targets, scan.vulnerabilities, scan.progress]) expect(await head.refusal(operation as typeof scan.targets, { id: failed.id })).toMatchObject({ status: 404 })
  })

  it('that was stopped before it began says so, and can be taken up again', async () => {
    const file = await upload(world, org, manager, 'weekly.nessus', nessus([{ name: '192.0.2.1', tags: { 'host-ip': '192.0.2.1' }, items: [{}] }]))
    const { id } = await manager.call(scan.begin, { file })
    await over(id)
    const { jobId } = await manager.call(scan.progress, { id })
    await sql`update job set state = 'cancelled' where id = ${jobId}`.execute(world.kit.db)
    await sql`update vulnerability_scan set state = 'waiting' where id = ${id}`.execute(world.kit.db)
    expect(await manager.call(scan.progress, { id })).toMatchObject({ state: 'cancelled' })
    await settleScans(world.kit)
    expect(await manager.call(scan.get, { id })).toMatchObject({ state: 'cancelled' })
    // As if it had never been read.
    await sql`delete from vulnerability_scan_target where scan = ${id}`.execute(world.kit.db)
    await manager.call(scan.again, { id })
    expect(await over(id)).toMatchObject({ state: 'done' })
  })

  it('can be stopped through its job while it is read', async () => {
    const many = nessus(Array.from({ length: 4_000 }, (_, i) => ({ name: `192.0.${2 + (i >> 8)}.${i & 255}`, tags: { 'host-ip': `192.0.${2 + (i >> 8)}.${i & 255}` }, items: [{}] })))
    const file = await upload(world, org, manager, 'weekly.nessus', many)
    const { id } = await manager.call(scan.begin, { file })
    const { jobId, total } = await manager.call(scan.progress, { id })
    expect(total).toBe(Buffer.byteLength(many))
    await manager.call(operations.job.cancel, { id: jobId! })
    expect(await over(id)).toMatchObject({ state: 'cancelled' })
    expect(await all(manager)).toEqual([])
  })
})

describe('what a scan looked at', () => {
  it('is told page by page, with the assets that the targets are', async () => {
    const erp = await manager.call(assets.asset.create, { name: 'ERP', tier: 'component', unit: org.rootUnit })
    await manager.call(assets.identity.set, { id: erp.id, identifiers: [{ kind: 'fqdn', value: 'erp.example.org' }] })
    const hosts = [{ name: 'erp', tags: { 'host-fqdn': 'erp.example.org' }, items: [{}, { plugin: 2, port: 80 }] }, ...Array.from({ length: 4 }, (_, i) => ({ name: `192.0.2.${i + 1}`, tags: { 'host-ip': `192.0.2.${i + 1}` }, items: [{ plugin: 1, severity: 0 as const }] }))]
    const { id } = await take(world, org, manager, nessus(hosts))
    const first = await manager.call(scan.targets, { id, limit: 2 })
    const second = await manager.call(scan.targets, { id, limit: 2, after: first.next! })
    const third = await manager.call(scan.targets, { id, limit: 2, after: second.next! })
    expect([...first.items, ...second.items, ...third.items].map(({ name }) => name).toSorted()).toEqual(['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', 'erp.example.org'])
    expect([first.next, third.next]).toEqual([first.items[1]!.target, null])
    const seen = await manager.call(scan.vulnerabilities, { id, limit: 1 })
    const rest = await manager.call(scan.vulnerabilities, { id, limit: 1, after: seen.next! })
    expect([...seen.items, ...rest.items]).toMatchObject([{ targetName: 'erp.example.org', isNew: true, severity: 'high' }, { targetName: 'erp.example.org', isNew: true }])
    expect([seen.items[0]!.id === rest.items[0]!.id, rest.next]).toEqual([false, null])
    const later = await take(world, org, manager, nessus([{ ...hosts[0]!, items: [{}] }]))
    expect((await manager.call(scan.vulnerabilities, { id })).items).toMatchObject([{ id: expect.any(String) as string }])
    expect((await manager.call(scan.vulnerabilities, { id: later.id })).items).toMatchObject([{ isNew: false }])
    const matched = await manager.call(scan.targets, { id, state: 'matched' })
    expect(matched).toMatchObject({ items: [{ asset: erp.id, findings: 2, credentialed: null }], labels: { [erp.id]: { text: 'ERP' } } })
  })
})

describe('a report brought by a program', () => {
  it('takes two calls with an API token, and is downloaded by those who may read the scan', async () => {
    const { token } = await manager.call(directory.apiToken.create, { name: 'CI', days: 30, password: 'a-test-password-of-some-length-7' } as never)
    const headers = { authorization: `Bearer ${token}` }
    const base = `/api/v1/orgs/${org.slug}`
    const sarif = JSON.stringify({
      version: '2.1.0', runs: [{ tool: { driver: { name: 'semgrep', rules: [{ id: 'sqli', shortDescription: { text: 'SQL injection' }, defaultConfiguration: { level: 'error' } }] } },
        results: [{ ruleId: 'sqli', level: 'error', message: { text: 'User input in a query' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'src/db.ts' }, region: { startLine: 7, snippet: { text: 'query(input)' } } } }] }] }],
    })
    // As curl sends it.
    const put = await world.composition.app.inject({ method: 'PUT', url: `${base}/files?name=semgrep.sarif`, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, payload: sarif })
    expect(put.statusCode).toBe(201)
    const post = await world.composition.app.inject({ method: 'POST', url: `${base}/vulnerability-scans`, headers: { ...headers, 'content-type': 'application/json' }, payload: JSON.stringify({ file: (put.json() as { id: string }).id, coverage: 'whole', series: 'shop-backend' }) })
    expect([post.statusCode, post.json()]).toMatchObject([200, { source: 'api', state: 'waiting', series: 'shop-backend' }])
    const { id } = post.json() as { id: string }
    expect(await over(id)).toMatchObject({ state: 'done' })
    expect(await all(manager)).toMatchObject([{ location: 'src/db.ts:7' }])
    const { file } = await manager.call(scan.get, { id })
    const read = async (who: Actor) => (await world.composition.app.inject({ url: `${base}/files/${file!}`, headers: { cookie: who.cookie } })).statusCode
    expect([await read(await org.actor(['securityAdministrator'])), await read(await org.actor(['employee'])), await read(await (await world.organisation()).actor(['ismsManager']))]).toEqual([200, 404, 404])
  })
})
