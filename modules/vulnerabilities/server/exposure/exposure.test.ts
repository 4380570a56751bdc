import { countStatements } from '@heng/server-kit'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vulnerabilities } from '../../contract/index.ts'
import { byTitle, item, newAsset, publish, scan } from '../testing/estate.ts'
import { vulnerabilityWorld } from '../testing/world.ts'
import { everyAsset, followExposure } from './follow.ts'
import { levelOf, levelSql } from './level.ts'
import { exposureOfAssets } from './read.ts'
import { exposureRises } from './rises.ts'

const heard: string[][] = []
let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  const listener = { name: 'listener', on: [{ name: 'listener.exposure', event: 'asset.exposureMoved', handle: async (_: unknown, { payload }: { payload: unknown }) => void heard.push((payload as { ids: string[] }).ids) }] }
  world = await vulnerabilityWorld({}, [listener])
  await world.composition.startWorker()
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
  heard.length = 0
})

const exposureOf = (...ids: string[]) => org.asSystem(async (ctx) => {
  const all = await exposureOfAssets(ctx, ids)
  return ids.map((id) => all.get(id)!)
})

describe('how exposed assets are', () => {
  it('is not assessed before a scan, 1 where one found nothing, and else what the worst flaw says', async () => {
    const [erp, crm, wiki] = [await newAsset(manager, org, 'ERP'), await newAsset(manager, org, 'CRM'), await newAsset(manager, org, 'Wiki')]
    await publish(org, { exploited: ['CVE-2031-9'], epss: { 'CVE-2031-1': 0.5, 'CVE-2031-2': 0.02 } })
    const clean = { plugin: 19_506, name: 'Scan information', severity: 0 as const, port: 0 }
    await scan(world, org, manager, { ERP: [{ ...item(1), cves: ['CVE-2031-1'] }, { ...item(2, 4), cves: ['CVE-2031-2'] }, item(3, 2), item(4, 1)], CRM: [clean] })
    const [a, b, c] = await exposureOf(erp.id, crm.id, wiki.id)
    expect(a).toMatchObject({
      level: 4, covered: true, counts: { critical: 1, high: 1, medium: 1, low: 1, notAssessed: 0 }, highestSeverity: 'critical', highestEpss: 0.5, exploited: false, accepted: 0, overdue: 0,
    })
    expect(['Flaw 1', 'Flaw 2']).toContain(a!.leading!.title)
    expect(b).toMatchObject({ level: 1, covered: true, leading: null, highestSeverity: null })
    expect(c).toMatchObject({ level: null, covered: false, scannedAt: null, counts: { critical: 0 } })
    await scan(world, org, manager, { ERP: [{ ...item(5, 2), cves: ['CVE-2031-9'] }] })
    expect((await exposureOf(erp.id))[0]).toMatchObject({ level: 5, exploited: true, leading: { title: 'Flaw 5' } })
    const { value, statements } = await org.asSystem((ctx) => countStatements(() => exposureOfAssets(ctx, [erp.id, crm.id, wiki.id])))
    expect([value.size, statements]).toEqual([3, 1])
  })

  it('stays what it is while a flaw is borne, and falls when it is reported as fixed', async () => {
    const erp = await newAsset(manager, org, 'ERP')
    await scan(world, org, manager, { ERP: [item(1, 4), item(2, 2)] })
    const [critical] = [(await byTitle(manager)).get('Flaw 1')!.id]
    await sql`update vulnerability set state = 'accepted' where id = ${critical}`.execute(world.kit.db)
    expect((await exposureOf(erp.id))[0]).toMatchObject({ level: 4, accepted: 1, counts: { critical: 1 } })
    await sql`update vulnerability set state = 'fixed' where id = ${critical}`.execute(world.kit.db)
    expect((await exposureOf(erp.id))[0]).toMatchObject({ level: 2, accepted: 0, counts: { critical: 0, medium: 1 } })
  })

  it('is worked out by the database as by the rule', async () => {
    const severities = [null, 'none', 'low', 'medium', 'high', 'critical']
    const flaws = severities.flatMap((severity) => [null, 0, 0.09, 0.1, 0.97].flatMap((epss) => [null, false, true].map((exploited) => ({ severity, epss, exploited })))).map((flaw, n) => ({ ...flaw, n }))
    const { rows } = await sql<{ level: number | null }>`select ${levelSql} as level from jsonb_to_recordset(${JSON.stringify(flaws)}::jsonb) as v(severity text, epss double precision, exploited boolean, n int) order by n`.execute(world.kit.db)
    expect(rows.map(({ level }) => level)).toEqual(flaws.map(levelOf))
  })
})

describe('a level that moves', () => {
  it('is told once, with the vulnerability that raised it', async () => {
    const erp = await newAsset(manager, org, 'ERP')
    const rises = () => org.asSystem((ctx) => exposureRises(ctx, [erp.id]))
    await scan(world, org, manager, { ERP: [item(1)] })
    expect([heard, await rises()]).toEqual([[[erp.id]], []])
    await scan(world, org, manager, { ERP: [item(1), item(2)] })
    expect(heard).toHaveLength(1)
    await scan(world, org, manager, { ERP: [item(3, 4)] })
    expect(heard).toHaveLength(2)
    const critical = (await byTitle(manager)).get('Flaw 3')!
    expect(await rises()).toMatchObject([{ asset: erp.id, level: 4, before: 3, vulnerability: { id: critical.id, reference: critical.reference, title: 'Flaw 3', version: critical.version } }])
    await manager.call(vulnerabilities.vulnerability.move, { ids: [critical.id], state: 'falsePositive', reason: 'Not installed.' })
    await org.settle()
    expect([heard.length, await rises()]).toEqual([3, []])
    await manager.call(vulnerabilities.vulnerability.move, { ids: [critical.id], state: 'open', reason: 'It is, after all.' })
    await org.settle()
    expect([heard.length, (await rises()).length]).toEqual([4, 1])
    expect(await org.asSystem((ctx) => followExposure(ctx, everyAsset(ctx)))).toEqual([])
  })
})
