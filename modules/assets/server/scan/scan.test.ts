import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { sampleScan } from '@heng/content-sample'
import { importTable } from '@heng/imports/reads'
import { module as imports } from '@heng/imports/server'
import { asMember, countStatements, createRecords } from '@heng/server-kit'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assets } from '../../contract/index.ts'
import { module } from '../module.ts'
import { importScan } from '../reads.ts'
import { reportOf, type FixtureHost } from './report.fixture.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([imports, module])
  await world.composition.startWorker()
})
afterAll(() => world.close())
const start = async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
}

const send = (actor: Actor, report: string, query = 'name=scan.xml', slug = org.slug) =>
  world.composition.app.inject({ method: 'PUT', url: `/api/v1/orgs/${slug}/asset-scans?${query}`, headers: { cookie: actor.cookie, 'content-type': 'application/xml', 'x-heng-client': 'web' }, payload: report })
const read = async (report: string, actor = manager): Promise<{ id: string; version: number; reference: string }> => {
  const response = await send(actor, report)
  expect(response.statusCode, response.body).toBe(201)
  return response.json()
}
const hosts = (id: string, actor = manager) => actor.call(assets.scan.hosts, { id, limit: 200 })
/** Applies and waits for the job; answers the scan's figures. */
const apply = async (id: string, more: { unit?: string } = {}, actor = manager) => {
  const { version } = await actor.call(assets.scan.get, { id })
  await actor.call(assets.scan.apply, { id, version, ...more })
  for (let tries = 0; tries < 200; tries += 1) {
    const { job } = await actor.call(assets.scan.details, { id })
    if (job?.state === 'done' || job?.state === 'failed') return job
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('the job did not end')
}
const take = async (report: string) => {
  const scan = await read(report)
  expect(await apply(scan.id)).toMatchObject({ state: 'done' })
  return manager.call(assets.scan.get, { id: scan.id })
}
const all = () => manager.call(assets.asset.list, { sort: 'name', archived: 'all', limit: 500 })

const office: FixtureHost[] = [
  { ip: '10.0.0.11', mac: '00:50:56:A1:22:10', names: ['erp-db01.example.com'], ports: [[3306, 'mysql']], os: 'Linux 5.4' },
  { ip: '10.0.0.20', mac: '00:1B:A9:00:00:01', vendor: 'Brother industries', names: ['prn3'], ports: [[9100, 'jetdirect']] },
  { ip: '10.0.0.99' },
  { ip: '10.0.0.100', state: 'down' },
]

describe('import of a network scan', () => {
  it('creates assets with type, services, identifiers and where all of it comes from', async () => {
    await start()
    const scan = await read(reportOf(office))
    expect(await manager.call(assets.scan.details, { id: scan.id })).toMatchObject({ verdicts: { new: 3, match: 0, possible: 0, elsewhere: 0 }, decisions: { create: 3, open: 0 }, job: null, mayDecide: true })
    const page = await hosts(scan.id)
    expect(page.items[0]).toMatchObject({ name: 'erp-db01.example.com', verdict: 'new', decision: 'create', type: { code: 'at-database-server', basis: 'service', found: '3306/tcp mysql' } })
    expect((await all()).items).toEqual([])
    expect(await apply(scan.id, { unit: org.rootUnit })).toMatchObject({ state: 'done', done: 3, total: 3 })
    expect(await manager.call(assets.scan.get, { id: scan.id })).toMatchObject({ state: 'applied', created: 3, updated: 0, skipped: 0, ignored: 1, hosts: 3, scannedAt: '2025-11-21T04:41:40.000Z' })
    const made = (await all()).items
    expect(made.map(({ name, tier, type, unit }) => [name, tier, type, unit])).toEqual([
      ['10.0.0.99', 'component', null, org.rootUnit], ['erp-db01.example.com', 'component', 'at-database-server', org.rootUnit], ['prn3', 'component', 'at-printer', org.rootUnit],
    ])
    const identity = await manager.call(assets.identity.get, { id: made[1]!.id })
    expect(identity.identifiers.map(({ kind, value, source, lastSeen }) => [kind, value, source, lastSeen])).toEqual([
      ['fqdn', 'erp-db01.example.com'], ['hostname', 'erp-db01'], ['ip', '10.0.0.11'], ['mac', '00:50:56:a1:22:10'],
    ].map(([kind, value]) => [kind, value, `scan:${scan.reference}`, '2025-11-21T04:41:40.000Z']))
    expect(identity.sources.find(({ field }) => field === 'type')).toMatchObject({ source: `scan:${scan.reference}`, firstSeen: '2025-11-21T04:41:40.000Z' })
    expect((await hosts(scan.id)).items.map(({ result }) => result !== null)).toEqual([true, true, true])
    expect((await manager.refusal(assets.scan.apply, { id: scan.id, version: 2 })).code).toBe('assetScan.closed')
  })

  it('changes nothing but the last sighting when the same report comes again, and asks where only the address agrees', async () => {
    await start()
    await take(reportOf(office))
    const before = await all()
    const sourcesBefore = await org.asSystem(({ tx }) => sql`select s.asset, f.key as field, s.source, f.value ->> 0 as first_seen from asset_source s cross join jsonb_each(s.seen) f where s.org_id = ${org.id} order by 1, 2, 3`.execute(tx))
    const again = await read(reportOf(office, 1_763_800_000))
    const { items } = await hosts(again.id)
    expect(items.map(({ verdict, by, decision, changes }) => [verdict, by?.kind, decision, changes])).toEqual([
      ['match', 'mac', 'update', { fields: {}, added: [], unseen: [] }], ['match', 'mac', 'update', { fields: {}, added: [], unseen: [] }], ['possible', undefined, null, null],
    ])
    expect(items[2]!.candidates).toMatchObject([{ doubt: 'addressOnly', by: { kind: 'ip', value: '10.0.0.99' } }])
    expect(await manager.call(assets.scan.details, { id: again.id })).toMatchObject({ decisions: { create: 0, update: 2, skip: 0, open: 1 }, changing: 0 })
    await apply(again.id)
    expect(await all()).toEqual(before)
    const sourcesAfter = await org.asSystem(({ tx }) => sql`select s.asset, f.key as field, s.source, f.value ->> 0 as first_seen from asset_source s cross join jsonb_each(s.seen) f where s.org_id = ${org.id} order by 1, 2, 3`.execute(tx))
    expect(sourcesAfter.rows).toEqual(sourcesBefore.rows)
    const { identifiers, sources } = await manager.call(assets.identity.get, { id: items[0]!.asset! })
    expect(new Set(identifiers.map(({ firstSeen, lastSeen }) => `${firstSeen} ${lastSeen}`))).toEqual(new Set(['2025-11-21T04:41:40.000Z 2025-11-22T08:26:40.000Z']))
    expect(sources.find(({ field }) => field === 'description')).toMatchObject({ lastSeen: '2025-11-22T08:26:40.000Z' })
  })

  it('shows what changed on a recognised asset, keeps what a person wrote, and follows a decision about the possible', async () => {
    await start()
    await take(reportOf(office))
    const [unnamed, db] = (await all()).items
    await manager.call(assets.asset.update, { id: db!.id, version: db!.version, values: { name: 'ERP 数据库服务器', confidentiality: 4, integrity: 4, availability: 4 } })
    const moved = await read(reportOf([{ ...office[0]!, ip: '10.0.0.12', names: ['erp-db02.example.com'], ports: [[3306, 'mysql'], [22, 'ssh']] }, { ip: '10.0.0.99', mac: '00:50:56:00:00:99', names: ['kiosk'] }]))
    const { items, labels } = await hosts(moved.id)
    expect(items[0]).toMatchObject({
      verdict: 'match', asset: db!.id,
      changes: {
        fields: { description: { before: 'OS: Linux 5.4 (96 %)\n3306/tcp mysql', after: 'OS: Linux 5.4 (96 %)\n22/tcp ssh\n3306/tcp mysql' } },
        added: [{ kind: 'ip', value: '10.0.0.12' }, { kind: 'fqdn', value: 'erp-db02.example.com' }, { kind: 'hostname', value: 'erp-db02' }], unseen: [{ kind: 'ip', value: '10.0.0.11' }],
      },
    })
    expect(labels[db!.id]?.text).toBe('ERP 数据库服务器')
    expect(items[1]).toMatchObject({ verdict: 'possible', decision: null })
    expect((await manager.refusal(assets.scan.decide, { id: moved.id, lines: [items[1]!.line], decision: 'update' })).code).toBe('assetScan.assetNeeded')
    expect((await manager.refusal(assets.scan.decide, { id: moved.id, lines: [items[1]!.line], decision: 'update', asset: db!.id })).code).toBe('assetScan.assetTaken')
    await manager.call(assets.scan.decide, { id: moved.id, lines: [items[1]!.line], decision: 'update', asset: unnamed!.id })
    expect((await hosts(moved.id)).items[1]).toMatchObject({ target: unnamed!.id, changes: { fields: { name: { before: '10.0.0.99', after: 'kiosk' } } } })
    await apply(moved.id)
    expect((await all()).items.map(({ name, value }) => [name, value])).toEqual([['ERP 数据库服务器', 4], ['kiosk', null], ['prn3', null]])
    const { identifiers } = await manager.call(assets.identity.get, { id: db!.id })
    expect(identifiers.filter(({ kind }) => kind === 'ip').map(({ value }) => value)).toEqual(['10.0.0.11', '10.0.0.12'])
  })

  it('keeps what a narrower scan did not ask for: ports, products and the system', async () => {
    await start()
    const host: FixtureHost = { ip: '10.0.0.11', mac: '00:50:56:A1:22:10', names: ['erp-db01.example.com'], ports: [[22, 'ssh'], [3306, 'mysql'], [8080, 'http']], os: 'Linux 5.4' }
    await take(reportOf([host]))
    const narrow = { ...host, os: undefined, ports: [[22, 'ssh']] } as const
    await take(reportOf([narrow], 1_763_800_000, '22'))
    await take(reportOf([{ ...narrow, os: 'Linux 5.4' }], 1_763_850_000, '22'))
    expect((await all()).items[0]).toMatchObject({ type: 'at-database-server', description: 'OS: Linux 5.4 (96 %)\n22/tcp ssh\n3306/tcp mysql\n8080/tcp http' })
    const later = await read(reportOf([narrow], 1_763_900_000, '1-4000'))
    expect((await hosts(later.id)).items[0]!.changes?.fields).toEqual({ description: { before: 'OS: Linux 5.4 (96 %)\n22/tcp ssh\n3306/tcp mysql\n8080/tcp http', after: 'OS: Linux 5.4 (96 %)\n22/tcp ssh\n8080/tcp http' } })
  })

  it('writes nothing when the register has changed since, and compares anew', async () => {
    await start()
    const scan = await read(reportOf(office))
    const rival = await manager.call(assets.asset.create, { name: 'Database', tier: 'component' })
    await manager.call(assets.identity.set, { id: rival.id, identifiers: [{ kind: 'mac', value: '00-50-56-a1-22-10' }] })
    expect(await apply(scan.id)).toMatchObject({ state: 'failed', error: { code: 'assetScan.stale' } })
    expect((await all()).items).toHaveLength(1)
    const { items } = await hosts(scan.id)
    expect(items[0]).toMatchObject({ verdict: 'match', asset: rival.id, decision: 'update' })
    expect(await apply(scan.id)).toMatchObject({ state: 'done' })
    expect(await manager.call(assets.scan.get, { id: scan.id })).toMatchObject({ state: 'applied', created: 2, updated: 1 })
  })

  it('asks again when the asset that somebody chose is gone or is another host meanwhile', async () => {
    await start()
    const [old, rival] = [await manager.call(assets.asset.create, { name: 'Old', tier: 'component' }), await manager.call(assets.asset.create, { name: 'Rival', tier: 'component' })]
    const scan = await read(reportOf(office))
    const line = (await hosts(scan.id)).items[2]!.line
    await manager.call(assets.scan.decide, { id: scan.id, lines: [line], decision: 'update', asset: old.id })
    await manager.call(assets.asset.archive, { id: old.id, version: old.version, reason: 'scrapped' })
    expect(await apply(scan.id)).toMatchObject({ state: 'failed', error: { code: 'assetScan.stale' } })
    expect((await hosts(scan.id)).items[2]).toMatchObject({ verdict: 'new', decision: 'create', target: null })
    await manager.call(assets.scan.decide, { id: scan.id, lines: [line], decision: 'update', asset: rival.id })
    await manager.call(assets.identity.set, { id: rival.id, identifiers: [{ kind: 'hostname', value: 'PRN3' }] })
    expect(await apply(scan.id)).toMatchObject({ state: 'failed', error: { code: 'assetScan.stale' } })
    expect((await hosts(scan.id)).items.map(({ decision, target }) => [decision, target])).toEqual([['create', null], ['update', rival.id], ['create', null]])
    expect(await apply(scan.id)).toMatchObject({ state: 'done' })
  })

  it('leaves hosts out, is given up, and refuses to write nothing', async () => {
    await start()
    const scan = await read(reportOf(office))
    expect(await manager.call(assets.scan.decide, { id: scan.id, verdict: 'new', decision: 'skip' })).toEqual({ decided: 3 })
    expect((await manager.refusal(assets.scan.apply, { id: scan.id, version: scan.version })).code).toBe('assetScan.nothing')
    await manager.call(assets.scan.discard, { id: scan.id, version: scan.version })
    expect(await manager.call(assets.scan.get, { id: scan.id })).toMatchObject({ state: 'discarded' })
    expect((await hosts(scan.id)).items).toEqual([])
    expect((await all()).items).toEqual([])
  })
})

describe('reports that cannot be taken', () => {
  const whole = reportOf(office)
  it('says how many hosts were read before a report breaks off, and takes those when asked', async () => {
    await start()
    const cut = whole.slice(0, whole.indexOf('<host starttime', whole.indexOf('prn3')) + 20)
    const refused = await send(manager, cut)
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ code: 'assetScan.unreadable', data: { problem: 'truncated', hostsRead: 2 } })
    expect(refused.json().message).toContain('2 hosts were read before')
    const taken = await send(manager, cut, 'name=cut.xml&partial=true')
    expect(taken.json()).toMatchObject({ fileName: 'cut.xml', hosts: 2, partial: true })
  })

  it.each<[string, string, number, string]>([
    ['malformed', whole.replace('portid="9100"', 'portid=9100'), 1, 'malformed'],
    ['another format', '<html></html>', 0, 'unknown-format'],
    ['no report at all', 'name,owner\na,b\n', 0, 'unknown-format'],
    ['entities', whole.replace('<!DOCTYPE nmaprun>', '<!DOCTYPE nmaprun [<!ENTITY a "b">]>'), 0, 'dtd'],
  ])('%s', async (_, report, hostsRead, problem) => {
    const refused = await send(manager, report)
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ code: 'assetScan.unreadable', data: { problem, hostsRead } })
    // Only a report that breaks off is taken in part: one that is wrong in the middle is not to be trusted.
    expect((await send(manager, report, 'partial=true')).statusCode).toBe(422)
  })

  it('one without a host that was up', async () => {
    const refused = await send(manager, reportOf([{ ip: '10.0.0.1', state: 'down' }]))
    expect(refused.json()).toMatchObject({ code: 'assetScan.noHosts', status: 422 })
  })
})

describe('who may', () => {
  it('import: managers everywhere, heads into their unit; nobody sees what is elsewhere', async () => {
    await start()
    await take(reportOf([office[0]!]))
    const unit = await org.asSystem(async (ctx) => (await createRecords(ctx, world.kit.registers.get('unit')!, [{ name: 'Workshop', parent: org.rootUnit }]))[0]!.id)
    const head = await org.actor([{ role: 'departmentHead', unit }])
    const employee = await org.actor()
    const auditor = await org.actor(['internalAuditor'])
    for (const actor of [employee, auditor]) expect((await send(actor, reportOf(office))).statusCode).toBe(403)
    const scan = await read(reportOf(office), head)
    const { items, labels } = await hosts(scan.id, head)
    expect(items.map(({ verdict, asset, decision }) => [verdict, asset, decision])).toEqual([['elsewhere', null, 'skip'], ['new', null, 'create'], ['new', null, 'create']])
    expect(labels).toEqual({})
    expect((await head.refusal(assets.scan.decide, { id: scan.id, lines: [items[0]!.line], decision: 'create' })).code).toBe('assetScan.elsewhere')
    expect((await head.refusal(assets.scan.apply, { id: scan.id, version: 1 })).code).toBe('assetScan.unitNeeded')
    expect((await head.refusal(assets.scan.apply, { id: scan.id, version: 1, unit: org.rootUnit })).code).toBe('assetScan.unitNeeded')
    expect(await apply(scan.id, { unit }, head)).toMatchObject({ state: 'done' })
    expect((await all()).items.map(({ unit: at }) => at)).toEqual([unit, null, unit])
    expect((await auditor.call(assets.scan.list, {})).items).toHaveLength(2)
    expect((await head.call(assets.scan.list, {})).items.map(({ reference }) => reference)).toEqual([scan.reference])
  })

  it('look: nobody from another organisation', async () => {
    await start()
    const scan = await read(reportOf(office))
    const slug = org.slug
    const other = await world.organisation()
    const stranger = await other.actor(['ismsManager'])
    expect((await send(stranger, reportOf(office), 'name=x', slug)).statusCode).toBe(404)
    for (const operation of [assets.scan.details, assets.scan.hosts, assets.scan.get]) expect((await stranger.refusal(operation, { id: scan.id })).status).toBe(404)
    expect((await stranger.refusal(assets.scan.decide, { id: scan.id, verdict: 'new', decision: 'skip' })).status).toBe(404)
    expect((await stranger.refusal(assets.scan.apply, { id: scan.id, version: 1 })).status).toBe(404)
  })
})

describe('a report that a room brings itself', () => {
  it('goes the same way, with the decisions that are proposed', async () => {
    await start()
    const known = await manager.call(assets.asset.create, { name: 'Kiosk', tier: 'component' })
    await manager.call(assets.identity.set, { id: known.id, identifiers: [{ kind: 'ip', value: '10.0.0.99' }] })
    const taken = await org.asSystem((ctx) => importScan(ctx, { fileName: 'sample.xml', body: createReadStream(sampleScan), unit: org.rootUnit }))
    expect(taken.created).toBeGreaterThan(5)
    const body = Readable.from([Buffer.from(reportOf(office.slice(1)))])
    expect(await org.asSystem((ctx) => importScan(ctx, { fileName: 'office.xml', body }))).toMatchObject({ created: 1, updated: 0, skipped: 1 })
    expect((await manager.call(assets.scan.list, {})).items.map(({ state, startedBy }) => [state, startedBy])).toEqual([['applied', null], ['applied', null]])
  })
})

describe('tables of assets', () => {
  it('note the import as the source of what they wrote', async () => {
    await start()
    const rows = async function* () {
      yield { line: 2, cells: ['ERP', 'system', '5'] }
    }
    const { rows: members } = await world.kit.pool.query<{ user_id: string }>('select user_id from membership where person = $1', [manager.personId])
    const userId = members[0]!.user_id
    const source = { format: 'test', header: ['name', 'tier', '重要程度'], close: async () => undefined }
    const { reference } = await asMember(world.kit, world.composition.identity, org.id, userId, 'test', (ctx) => importTable(ctx, { noun: 'asset', fileName: 'assets.csv', open: async () => ({ ...source, rows: rows() }) }))
    const [made] = (await all()).items
    expect(made).toMatchObject({ name: 'ERP', importance: 5 })
    expect((await manager.call(assets.identity.get, { id: made!.id })).sources.map(({ field, source }) => [field, source])).toEqual([['importance', `import:${reference}`], ['name', `import:${reference}`], ['tier', `import:${reference}`]])
  })
})

describe('size', () => {
  it('costs the same statements for a few hosts and for many', async () => {
    await start()
    const many = (count: number) => reportOf(Array.from({ length: count }, (_, i) => ({ ip: `10.1.${i >> 8}.${i & 255}`, mac: `02:00:00:00:${(i >> 8).toString(16).padStart(2, '0')}:${(i & 255).toString(16).padStart(2, '0')}`, names: [`h${i}.example.com`] })))
    const few = await countStatements(() => read(many(3)))
    const lots = await countStatements(() => read(many(900)))
    expect(lots.statements).toBe(few.statements)
    expect(await apply(lots.value.id)).toMatchObject({ state: 'done', done: 900 })
    const page = await countStatements(() => hosts(lots.value.id))
    expect(page.value.items).toHaveLength(200)
    expect(page.value.next).toBe(200)
    const again = await read(many(900))
    expect(await manager.call(assets.scan.details, { id: again.id })).toMatchObject({ verdicts: { match: 900 }, changing: 0 })
    expect((await countStatements(() => hosts(again.id))).statements).toBeLessThanOrEqual(12)
  }, 60_000)
})

const samples = '/work/shared/corpus/scans/nmap'
describe.skipIf(!existsSync(samples))(`samples of ${samples}`, () => {
  it.each(existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.xml')) : [])('%s', async (name) => {
    await start()
    const response = await send(manager, readFileSync(`${samples}/${name}`, 'utf8'))
    // The only host of nmap_1port.xml is the scanner's own loopback: there is nothing to tell it by.
    if (name === 'nmap_1port.xml') expect(response.json()).toMatchObject({ code: 'assetScan.noHosts' })
    else {
      expect(response.statusCode).toBe(201)
      expect((await hosts(response.json().id)).items.every(({ verdict, decision }) => verdict === 'new' && decision === 'create')).toBe(true)
    }
  })
})
