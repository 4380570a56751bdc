import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { standard } from '@heng/engine-priority'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vulnerabilities } from '../../../contract/index.ts'
import type { FeedKind } from '../../../contract/feed.ts'
import { over } from '../../testing/over.ts'
import { all, nessus, take, upload, vulnerabilityWorld } from '../../testing/world.ts'
import { feedJob, type FeedJob } from './job.ts'
import { fetchNightly } from './nightly.ts'
import { boundsOf, matters } from './scores.ts'

const { feed, policy, vulnerability } = vulnerabilities
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

const dayOf = (daysAgo: number): string => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
type Score = readonly [cve: string, epss: number, percentile: number]
const epss = (daysAgo: number, scores: readonly Score[]): string =>
  [`#model_version:v2031.01.01,score_date:${dayOf(daysAgo)}T00:00:00+0000`, 'cve,epss,percentile', ...scores.map((one) => one.join(',')), ''].join('\n')
const kev = (daysAgo: number, cves: readonly string[], more: object = {}): string => JSON.stringify({
  catalogVersion: dayOf(daysAgo).replaceAll('-', '.'), dateReleased: `${dayOf(daysAgo)}T12:00:00.000Z`, count: cves.length,
  vulnerabilities: cves.map((cveID) => ({ cveID, vendorProject: 'Example', product: 'Server', vulnerabilityName: 'Example', dateAdded: '2026-01-01', dueDate: '2026-01-22', knownRansomwareCampaignUse: 'Unknown', ...more })),
})
const bring = async (who: Actor, kind: FeedKind, content: string | Buffer, name = `${kind}.dat`) => over(who, (await who.call(feed.take, { kind, file: await upload(world, org, who, name, content) })).jobId)
/** Brings an edition and waits until what follows from it is weighed. */
const taken = async (kind: FeedKind, content: string | Buffer) => {
  const job = await bring(manager, kind, content)
  const { reweigh } = job.result as { reweigh: string | null }
  return { job, weighed: reweigh === null ? null : (await over(manager, reweigh)).result as { looked: number; moved: number } }
}
/** What nobody assessed does not count, so that only the feeds move anything. */
const calm = { ...standard, id: 'calm', whenUnknown: { assetValue: 'ignore', exposure: 'ignore' } }
const decide = async (definition: object): Promise<void> => void (await over(manager, (await manager.call(policy.set, { definition: { ...definition }, reason: 'x', version: 0 })).jobId))
const seenNow = () => new Date().toISOString()
const report = (...cves: string[]): string => nessus([{ name: '192.0.2.7', items: cves.map((cve, i) => ({ plugin: 10_000 + i, name: cve, severity: 2, cves: [cve] })) }])
const byTitle = async (title: string) => (await all(manager)).find((row) => row.title === title)!

describe('scores of EPSS', () => {
  it('are taken in packed or not, and move the vulnerabilities that bear their numbers', async () => {
    await decide(calm)
    await take(world, org, manager, report('CVE-2031-0001', 'CVE-2031-0002'), { scannedAt: seenNow() })
    expect(await byTitle('CVE-2031-0001')).toMatchObject({ priority: 'scheduled', epss: null })
    const { job, weighed } = await taken('epss', gzipSync(epss(1, [['CVE-2031-0001', 0.42, 0.97], ['CVE-2031-9999', 0.9, 0.99]])))
    expect([job.state, job.result, weighed]).toEqual(['done', expect.objectContaining({ edition: `v2031.01.01 · ${dayOf(1)}`, entries: 2, unchanged: false }), { looked: 1, moved: 1 }])
    expect(await byTitle('CVE-2031-0001')).toMatchObject({ priority: 'urgent', epss: 0.42, version: 2 })
    expect(await byTitle('CVE-2031-0002')).toMatchObject({ priority: 'scheduled', epss: null, version: 1 })
    const [scores, catalogue] = (await manager.call(feed.list, {})).items
    expect(scores).toMatchObject({ kind: 'epss', present: { edition: `v2031.01.01 · ${dayOf(1)}`, entries: 2, stale: false, source: 'epss.dat', takenBy: { id: manager.personId } }, job: { state: 'done' }, remote: false })
    expect(catalogue).toMatchObject({ kind: 'kev', present: null, job: null })
  })

  it('make no version where they move behind the second digit, unless that changes the outcome', async () => {
    await decide(calm)
    await take(world, org, manager, report('CVE-2031-0001', 'CVE-2031-0002', 'CVE-2031-0003'), { scannedAt: seenNow() })
    await taken('epss', epss(3, [['CVE-2031-0001', 0.0711, 0.5], ['CVE-2031-0002', 0.0961, 0.5], ['CVE-2031-0003', 0.5, 0.9]]))
    const { weighed } = await taken('epss', epss(2, [['CVE-2031-0001', 0.0714, 0.51], ['CVE-2031-0002', 0.1001, 0.5]]))
    expect(weighed).toEqual({ looked: 2, moved: 2 })
    expect((await all(manager)).map(({ title, priority, epss: score, version }) => [title, priority, score, version]).toSorted()).toEqual([
      ['CVE-2031-0001', 'scheduled', 0.07, 2], ['CVE-2031-0002', 'urgent', 0.1, 3], ['CVE-2031-0003', 'scheduled', null, 3],
    ])
  })

  it('matter at the bounds of the policy in force', () => {
    expect([boundsOf(standard, 'epss'), boundsOf(standard, 'epssPercentile')].map((bounds) => [...new Set(bounds)])).toEqual([[0.1], [0.95]])
    const isMoved = matters(standard)
    const one = { epss: 0.1, newEpss: 0.1, percentile: 0.9, newPercentile: 0.9 }
    expect([isMoved(one), isMoved({ ...one, newPercentile: 0.949 }), isMoved({ ...one, newPercentile: 0.95 }), isMoved({ ...one, epss: 0.0999 }), isMoved({ ...one, newEpss: 0.104 }), isMoved({ ...one, newEpss: 0.106 }), isMoved({ ...one, newEpss: null, newPercentile: null })])
      .toEqual([false, false, true, true, false, true, true])
  })

  it('are refused whole, with the line, when a line is none; and when older than what is there', async () => {
    await taken('epss', epss(2, [['CVE-2031-0001', 0.42, 0.97]]))
    const faults: [string, string][] = [
      [epss(1, [['CVE-2031-0001', 0.5, 0.5], ['CVE-2031-0002', 7, 0.5]]), 'line 4'], [epss(1, [['nothing', 0.5, 0.5]]), 'line 3'], [epss(1, [['CVE-2031-0001', 0.5, 0.5], ['CVE-2031-0001', 0.5, 0.5]]), 'is told twice'],
      ['cve,epss,percentile\nCVE-2031-0001,0.5,0.5\n', 'score_date'], [epss(1, []), 'there are no scores'], [epss(-9, [['CVE-2031-0001', 0.5, 0.5]]), 'future'], ['PK\u0003\u0004', 'line 1'],
    ]
    for (const [content, part] of faults) expect(await bring(manager, 'epss', content)).toMatchObject({ state: 'failed', error: { code: 'exploitFeed.unreadable', message: expect.stringContaining(part) } })
    expect(await bring(manager, 'epss', epss(3, [['CVE-2031-0001', 0.9, 0.97]]))).toMatchObject({ state: 'failed', error: { code: 'exploitFeed.older' } })
    expect(await bring(manager, 'epss', epss(2, [['CVE-2031-0001', 0.42, 0.97]]))).toMatchObject({ state: 'done', result: { unchanged: true } })
    const { rows } = await sql`select cve, epss from exploit_score where org_id = ${org.id}`.execute(world.kit.db)
    expect(rows).toEqual([{ cve: 'CVE-2031-0001', epss: 0.42 }])
    expect((await manager.call(feed.list, {})).items[0]).toMatchObject({ present: { edition: `v2031.01.01 · ${dayOf(2)}` }, job: { state: 'done', error: null } })
  })

  it('of an age are marked', async () => {
    await taken('epss', epss(5, [['CVE-2031-0001', 0.42, 0.97]]))
    expect((await manager.call(feed.list, {})).items[0]!.present).toMatchObject({ ageDays: 5, stale: true })
  })

  it('come by the hundred thousand', { timeout: 120_000 }, async () => {
    const scores = (seed: number): Score[] => Array.from({ length: 300_000 }, (_, i) => [`CVE-${2000 + (i % 27)}-${10_000 + i}`, Number((((i * 7_919 + seed) % 99_991) / 100_000).toFixed(5)), Number((((i * 104_729 + seed) % 99_991) / 100_000).toFixed(5))])
    await take(world, org, manager, report('CVE-2000-10000', 'CVE-2001-10001'), { scannedAt: seenNow() })
    for (const [daysAgo, seed] of [[2, 0], [1, 37]] as const) {
      const job = await bring(manager, 'epss', gzipSync(epss(daysAgo, scores(seed))))
      expect(job).toMatchObject({ state: 'done', result: { entries: 300_000 } })
    }
  })
})

describe('the catalogue of what is known to be exploited', () => {
  it('tells of every vulnerability that it is listed or not, and moves what came in or went', async () => {
    await take(world, org, manager, report('CVE-2031-0001', 'CVE-2031-0002'), { scannedAt: seenNow() })
    expect((await taken('kev', kev(2, ['CVE-2031-0001']))).weighed).toEqual({ looked: 2, moved: 2 })
    expect(await byTitle('CVE-2031-0001')).toMatchObject({ exploited: true, priority: 'immediate', dueOn: '2026-01-22' })
    expect(await byTitle('CVE-2031-0002')).toMatchObject({ exploited: false })
    expect((await taken('kev', kev(1, ['CVE-2031-0002']))).weighed).toEqual({ looked: 2, moved: 2 })
    expect([(await byTitle('CVE-2031-0001')).exploited, (await byTitle('CVE-2031-0002')).exploited]).toEqual([false, true])
    expect((await manager.call(vulnerability.explain, { id: (await byTitle('CVE-2031-0002')).id })).reasons.join(' ')).toContain('known to be exploited')
    // Nothing of it bears on what is there.
    expect((await taken('kev', kev(0, ['CVE-2031-0002', 'CVE-2031-7777']))).weighed).toBeNull()
  })

  it('is refused with the field that is wrong', async () => {
    for (const [content, part] of [[kev(1, ['CVE-1']), 'vulnerabilities[0].cveID'], [kev(1, ['CVE-2031-0001', 'CVE-2031-0001']), 'told twice'], ['{', 'no JSON'], ['[]', 'expected a list'], [kev(1, []), 'no entries']] as const) {
      expect(await bring(manager, 'kev', content)).toMatchObject({ state: 'failed', error: { code: 'exploitFeed.unreadable', message: expect.stringContaining(part) } })
    }
    const zh = (await manager.call(feed.list, {}, { headers: { 'accept-language': 'zh-CN' } })).items[1]!
    expect(zh).toMatchObject({ present: null, job: { state: 'failed', error: '文件未被导入。vulnerabilities：没有条目' } })
  })

  const real = '/work/shared/corpus/risk/kev/known_exploited_vulnerabilities.json'
  it.skipIf(!existsSync(real))('is read as CISA publishes it', async () => {
    const job = await bring(manager, 'kev', readFileSync(real))
    expect(job).toMatchObject({ state: 'done' })
    const present = (await manager.call(feed.list, {})).items[1]!.present!
    const { rows } = await sql<{ n: number; due: number; ransomware: number }>`select count(*)::int as n, count(due_on)::int as due, count(*) filter (where ransomware)::int as ransomware from known_exploited where org_id = ${org.id}`.execute(world.kit.db)
    expect(present.entries).toBeGreaterThan(1_000)
    expect([rows[0]!.n, rows[0]!.due]).toEqual([present.entries, present.entries])
    expect(rows[0]!.ransomware).toBeGreaterThan(100)
  })
})

describe('a feed', () => {
  it('is fetched only where that is turned on, from its publisher or the host that was named', async () => {
    expect(await manager.refusal(feed.take, { kind: 'kev' })).toMatchObject({ status: 409, code: 'exploitFeed.remoteOff' })
    const [, own] = (await manager.call(feed.list, {})).items
    expect(await manager.call(feed.configure, { kind: 'kev', remote: true, daily: true, address: 'https://mirror.example.com/kev.json', version: own!.version })).toEqual({ version: 1 })
    expect(await manager.refusal(feed.configure, { kind: 'kev', remote: false, daily: false, address: null, version: 0 })).toMatchObject({ status: 409 })
    expect(await manager.refusal(feed.configure, { kind: 'kev', remote: true, daily: false, address: 'https://10.0.0.1/kev.json', version: 1 })).toMatchObject({ code: 'exploitFeed.otherHost' })
    expect(await manager.refusal(feed.take, { kind: 'kev', url: 'https://elsewhere.example.org/kev.json' })).toMatchObject({ code: 'exploitFeed.otherHost' })
    expect((await manager.call(feed.list, {})).items[1]).toMatchObject({ remote: true, daily: true, address: 'https://mirror.example.com/kev.json', version: 1 })
  })

  it('is taken in from its address by the system at night, once', async () => {
    await manager.call(feed.configure, { kind: 'kev', remote: true, daily: true, address: null, version: 0 })
    const asked: { url: string; hosts: string[] }[] = []
    const run = feedJob(async (url, hosts) => {
      asked.push({ url, hosts: [...hosts] })
      return Buffer.from(kev(1, ['CVE-2031-0001']))
    })
    const input: FeedJob = { kind: 'kev', url: 'https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json' }
    const done = await run({ kit: world.kit, jobId: 'x', orgId: org.id, input, transaction: org.asSystem, asStarter: org.asSystem, rehearse: org.asSystem, progress: async () => undefined })
    expect(done).toMatchObject({ entries: 1, unchanged: false })
    expect(asked).toEqual([{ url: input.url, hosts: ['www.cisa.gov'] }])
    expect((await manager.call(feed.list, {})).items[1]!.present).toMatchObject({ source: input.url, takenBy: null })
    const count = async () => (await sql<{ n: number }>`select count(*)::int as n from job where org_id = ${org.id} and kind = 'vulnerabilities.feed'`.execute(world.kit.db)).rows[0]!.n
    // A job under way is not begun a second time.
    await sql`insert into job (id, org_id, kind, state, input) values ('00000000-0000-4000-8000-000000000001', ${org.id}, 'vulnerabilities.feed', 'running', '{}')`.execute(world.kit.db)
    await sql`update exploit_feed_source set job = '00000000-0000-4000-8000-000000000001' where org_id = ${org.id}`.execute(world.kit.db)
    await fetchNightly(world.kit)
    expect(await count()).toBe(1)
  })

  it('is brought by those who keep systems and security, and of one organisation is not another\'s', async () => {
    await taken('kev', kev(1, ['CVE-2031-0001']))
    const other = await world.organisation()
    expect((await (await other.actor(['ismsManager'])).call(feed.list, {})).items[1]!.present).toBeNull()
    expect((await (await org.actor(['securityAdministrator'])).call(feed.list, {})).allowed).toEqual(['take'])
    expect((await (await org.actor(['systemAdministrator'])).call(feed.list, {})).allowed).toEqual(['take', 'configure'])
    const auditor = await org.actor(['internalAuditor'])
    expect((await auditor.call(feed.list, {})).allowed).toEqual([])
    expect(await auditor.refusal(feed.take, { kind: 'kev' })).toMatchObject({ status: 403 })
    expect(await (await org.actor(['employee'])).refusal(feed.list, {})).toMatchObject({ status: 403 })
  })

  it('that is taken under another policy moves what that policy asks for', async () => {
    await take(world, org, manager, report('CVE-2031-0001'), { scannedAt: seenNow() })
    const definition = { ...standard, id: 'own', rules: [{ id: 'likely', when: { epss: { atLeast: 0.123 } }, priority: 'immediate', dueDays: 2, because: { en: 'x', 'zh-CN': 'x' } }, ...standard.rules.slice(-1)] }
    await decide(definition)
    await taken('epss', epss(2, [['CVE-2031-0001', 0.1220, 0.5]]))
    expect(await byTitle('CVE-2031-0001')).toMatchObject({ priority: 'none', epss: 0.12 })
    await taken('epss', epss(1, [['CVE-2031-0001', 0.1239, 0.5]]))
    expect(await byTitle('CVE-2031-0001')).toMatchObject({ priority: 'immediate', epss: 0.12 })
  })
})
