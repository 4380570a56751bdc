import { assets } from '@heng/assets/contract'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vulnerabilities } from '../../contract/index.ts'
import { all, nessus, take, upload, vulnerabilityWorld } from '../testing/world.ts'

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

const at = (day: number): string => new Date(Date.UTC(2026, 0, day)).toISOString()
const ssh = { plugin: 10114, name: 'SSH weakness', port: 22, severity: 3, cves: ['CVE-2031-10001', 'CVE-2031-10002'], vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', output: 'banner' } as const
const web = { plugin: 20001, name: 'Old web server', port: 443, severity: 4 } as const
const one = (...items: Parameters<typeof nessus>[0][number]['items']) => nessus([{ name: '192.0.2.7', tags: { 'host-ip': '192.0.2.7', 'host-fqdn': 'erp.example.org' }, items }])

describe('a report that is taken in', () => {
  it('opens what it finds, with every number, and keeps the report', async () => {
    const scan = await take(world, org, manager, one(ssh, web, { plugin: 19506, name: 'Scan information', severity: 0, port: 0 }), { scannedAt: at(5) })
    expect(scan).toMatchObject({ state: 'done', tool: 'Nessus', findings: 3, informational: 1, opened: 2, reopened: 0, seenAgain: 0, closed: 0, targets: 1, unmatched: 1, scannedAt: at(5) })
    const [first, second] = await all(manager)
    expect(first).toMatchObject({ title: 'Old web server', severity: 'critical', state: 'open', location: '443/tcp ssh', asset: null })
    expect(second).toMatchObject({ title: 'SSH weakness', severity: 'high', cvss: 7.5, cves: 'CVE-2031-10001, CVE-2031-10002', rule: '10114', firstSeen: at(5), lastSeen: at(5) })
    const whole = await manager.call(vulnerabilities.vulnerability.get, { id: second!.id })
    expect(whole.details).toMatchObject({ description: 'About SSH weakness.', solution: 'Update.', identifiers: { cve: ['CVE-2031-10001', 'CVE-2031-10002'] }, cvss: [{ version: '3.1', score: 7.5 }], reportedSeverity: 'High' })
    expect(whole.sightings).toMatchObject([{ tool: 'nessus', rule: '10114', method: 'network', evidence: 'banner', lastScan: scan.id, goneAt: null }])
    expect((await manager.call(vulnerabilities.vulnerability.list, { q: 'CVE-2031-10002' })).items.map((row) => row.id)).toEqual([second!.id])
  })

  it('told twice is refused, and of a later scan opens nothing twice', async () => {
    await take(world, org, manager, one(ssh), { scannedAt: at(5) })
    const again = await upload(world, org, manager, 'other.nessus', one(ssh))
    expect(await manager.refusal(vulnerabilities.scan.begin, { file: again })).toMatchObject({ status: 409, code: 'vulnerabilityScan.already' })
    const scan = await take(world, org, manager, one({ ...ssh, output: 'another banner', name: 'SSH weakness (update)' }), { scannedAt: at(12) })
    expect(scan).toMatchObject({ opened: 0, seenAgain: 1 })
    const rows = await all(manager)
    expect(rows).toMatchObject([{ firstSeen: at(5), lastSeen: at(12), title: 'SSH weakness (update)' }])
    expect(rows).toHaveLength(1)
  })

  it('closes what is absent only where it covered host and check', async () => {
    const other = { name: '192.0.2.8', tags: { 'host-ip': '192.0.2.8' }, items: [ssh] }
    await take(world, org, manager, nessus([{ name: '192.0.2.7', tags: { 'host-ip': '192.0.2.7' }, items: [ssh, web] }, other]), { scannedAt: at(5) })
    const part = nessus([{ name: '192.0.2.7', tags: { 'host-ip': '192.0.2.7' }, items: [ssh] }])
    expect(await take(world, org, manager, part, { scannedAt: at(6) })).toMatchObject({ closed: 0 })
    expect(await take(world, org, manager, `${part}\n`, { scannedAt: at(7), coverage: 'whole' })).toMatchObject({ closed: 1, seenAgain: 1 })
    expect((await all(manager, { state: 'verified' })).map((row) => row.title)).toEqual(['Old web server'])
    expect(await all(manager, { state: 'open' })).toHaveLength(2)
    // A report of long ago closes nothing and opens nothing again.
    expect(await take(world, org, manager, `${one(ssh, web)}\n`, { scannedAt: at(1), coverage: 'whole' })).toMatchObject({ closed: 0, reopened: 0 })
  })

  it('closes nothing on a host that the scanner could log in to before and no longer can', async () => {
    const login = (word: string) => ({ plugin: 19506, name: 'Scan information', severity: 0, port: 0, output: `Credentialed checks : ${word}` } as const)
    await take(world, org, manager, one(login('yes'), ssh), { scannedAt: at(5) })
    expect(await take(world, org, manager, one(login('no'), web), { scannedAt: at(6), coverage: 'whole' })).toMatchObject({ closed: 0 })
    expect(await take(world, org, manager, one(login('yes'), web), { scannedAt: at(7), coverage: 'whole' })).toMatchObject({ closed: 1 })
  })

  it('opens again what came back, and never a false positive', async () => {
    await take(world, org, manager, one(ssh, web), { scannedAt: at(5) })
    const [second, first] = await all(manager)
    await manager.call(vulnerabilities.vulnerability.move, { ids: [first!.id], state: 'fixed' })
    await manager.call(vulnerabilities.vulnerability.move, { ids: [second!.id], state: 'falsePositive', reason: 'Backported.' })
    expect(await take(world, org, manager, `${one(ssh, web)}\n`, { scannedAt: at(6) })).toMatchObject({ reopened: 0 })
    await sql`update vulnerability set state_since = ${at(6)} where org_id = ${org.id}`.execute(world.kit.db)
    expect(await take(world, org, manager, `${one(ssh, web)}\n\n`, { scannedAt: at(7) })).toMatchObject({ reopened: 1, seenAgain: 1 })
    expect((await all(manager)).map(({ state, reopened }) => [state, reopened]).toSorted()).toEqual([['falsePositive', 0], ['open', 1]])
  })

  it('that breaks off is refused whole, or taken as far as it goes', async () => {
    const cut = one(ssh, web).slice(0, -120)
    expect(await take(world, org, manager, cut)).toMatchObject({ state: 'failed', findings: null })
    expect(await all(manager)).toEqual([])
    const [failed] = (await manager.call(vulnerabilities.scan.list, {})).items
    expect((await manager.call(vulnerabilities.scan.progress, { id: failed!.id })).error).toMatchObject({ code: 'vulnerabilityScan.unreadable' })
    expect(await take(world, org, manager, `${cut} `, { partial: true, coverage: 'whole' })).toMatchObject({ state: 'done', partial: true, opened: 1 })
  })
})

describe('targets of a scan', () => {
  it('are the assets that their identifiers tell, and their vulnerabilities belong to owner and unit', async () => {
    const owner = await org.actor(['assetOwner'])
    const erp = await manager.call(assets.asset.create, { name: 'ERP', tier: 'component', unit: org.rootUnit, owner: owner.personId })
    await manager.call(assets.identity.set, { id: erp.id, identifiers: [{ kind: 'fqdn', value: 'erp.example.org' }] })
    expect(await take(world, org, manager, one(ssh))).toMatchObject({ unmatched: 0 })
    expect(await all(owner)).toMatchObject([{ asset: erp.id, unit: org.rootUnit, owner: owner.personId }])
    expect((await manager.call(vulnerabilities.target.list, {})).items).toMatchObject([{ name: 'erp.example.org', state: 'matched', matchedBy: 'fqdn', asset: erp.id, openVulnerabilities: 1 }])
  })

  it('that nobody knows wait until somebody says what they are', async () => {
    await take(world, org, manager, one(ssh))
    const [target] = (await manager.call(vulnerabilities.target.list, { filter: { state: 'unmatched' } })).items
    expect(await manager.call(vulnerabilities.target.enlist, { ids: [target!.id], unit: org.rootUnit })).toEqual({ created: 1, vulnerabilities: 1 })
    const [row] = await all(manager)
    expect(row).toMatchObject({ unit: org.rootUnit })
    const identity = await manager.call(assets.identity.get, { id: row!.asset! })
    expect(identity.identifiers.map(({ kind, value }) => `${kind} ${value}`)).toEqual(['fqdn erp.example.org', 'hostname erp', 'ip 192.0.2.7'])
  })

  it('stay one under another address, and an address alone stays nobody for ever', async () => {
    await take(world, org, manager, one(ssh), { scannedAt: at(5) })
    const moved = nessus([{ name: '192.0.2.99', tags: { 'host-ip': '192.0.2.99', 'host-fqdn': 'erp.example.org' }, items: [ssh] }])
    expect(await take(world, org, manager, moved, { scannedAt: at(6) })).toMatchObject({ opened: 0, seenAgain: 1 })
    const bare = (more = '') => nessus([{ name: '192.0.2.50', tags: { 'host-ip': '192.0.2.50' }, items: [ssh] }]) + more
    await take(world, org, manager, bare(), { scannedAt: at(6) })
    expect(await take(world, org, manager, bare(' '), { scannedAt: at(20) })).toMatchObject({ opened: 0 })
    expect(await take(world, org, manager, bare('  '), { scannedAt: at(200) })).toMatchObject({ opened: 1 })
  })

  it('that are left out bring nothing', async () => {
    await take(world, org, manager, one(ssh), { scannedAt: at(5) })
    const [target] = (await manager.call(vulnerabilities.target.list, {})).items
    await manager.call(vulnerabilities.target.ignore, { ids: [target!.id], ignored: true, reason: 'A test range.' })
    expect(await take(world, org, manager, one(ssh, web), { scannedAt: at(6) })).toMatchObject({ opened: 0 })
  })
})
