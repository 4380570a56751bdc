import { module as imports } from '@heng/imports/server'
import { risks } from '@heng/risks/contract'
import { technicalVulnerabilities } from '@heng/risks/reads'
import type { TestWorld } from '@heng/testkit'
import { module as vulnerabilityRoom } from '@heng/vulnerabilities/server'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emit } from '@heng/server-kit'
import { appetite } from '../../contract/index.ts'
import { appetiteWorld, newAsset, newRisk, rate, team, type Team } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await appetiteWorld([imports, vulnerabilityRoom])
})
afterAll(() => world.close())
const { reviewTrigger } = appetite

/** What a scan that was taken in leaves behind, without the report. */
const found = async ({ org }: Team, asset: string, flaw: { readonly severity: string; readonly exploited?: boolean; readonly title?: string }): Promise<string> => {
  const [target, scan, id] = [v7(), v7(), v7()]
  await org.asSystem(async (ctx) => {
    await sql`insert into scan_target (id, org_id, reference, version, created_at, updated_at, name, kind, state, asset, first_seen, last_seen) values (${target}, ${org.id}, ${`ST-${target}`}, 1, now(), now(), 'erp', 'host', 'matched', ${asset}, now(), now())`.execute(ctx.tx)
    await sql`insert into vulnerability_scan (id, org_id, reference, version, created_at, updated_at, file_name, state, coverage, source, scanned_at) values (${scan}, ${org.id}, ${`VS-${scan}`}, 1, now(), now(), 'weekly', 'done', 'part', 'upload', now())`.execute(ctx.tx)
    await sql`insert into vulnerability_scan_target (org_id, scan, target, findings) values (${org.id}, ${scan}, ${target}, 1)`.execute(ctx.tx)
    await sql`insert into vulnerability (id, org_id, reference, version, created_at, updated_at, title, severity, exploited, state, asset, target, first_seen, last_seen, state_since)
      values (${id}, ${org.id}, ${`V-${id.slice(-6)}`}, 1, now(), now(), ${flaw.title ?? 'Flaw'}, ${flaw.severity}, ${flaw.exploited ?? false}, 'open', ${asset}, ${target}, now(), now(), now())`.execute(ctx.tx)
    await emit(ctx, 'vulnerabilityScan.done', { id: scan })
  })
  await org.settle()
  return id
}
const newFlaw = async (all: Team, values: Record<string, unknown> = {}) => {
  const asset = await newAsset(all.manager, all.org)
  const risk = await newRisk(all.manager, { asset: asset.id, owner: all.owner.personId, vulnerability: technicalVulnerabilities()[0], ...values })
  await rate(all.manager, risk.id, 3, 3)
  await all.org.settle()
  return { asset: asset.id, risk: risk.id }
}
const open = async ({ owner }: Team) => (await owner.call(reviewTrigger.list, { filter: { state: 'open' } })).items

describe('a flaw that makes an asset more vulnerable', () => {
  it('calls the assessments that rest on technical vulnerabilities into question, once, with the flaw as the reason', async () => {
    const all = await team(world)
    const { asset, risk } = await newFlaw(all)
    const other = await newRisk(all.manager, { asset, owner: all.owner.personId, vulnerability: 'vu-no-vulnerability-scanning' })
    await rate(all.manager, other.id, 3, 3)
    await all.org.settle()
    await found(all, asset, { severity: 'high' })
    expect(await open(all)).toEqual([])
    const id = await found(all, asset, { severity: 'critical', title: 'Flaw in the login' })
    const [trigger] = await open(all)
    expect(await open(all)).toMatchObject([{ risk, kind: 'newVulnerability', sourceId: id, state: 'open' }])
    expect(trigger!.title).toMatch(/^V-\w+ Flaw in the login: technical vulnerability of the asset rose from 3 to 4$/)
    await all.org.asSystem((ctx) => emit(ctx, 'asset.exposureMoved', { ids: [asset] }))
    await all.org.settle()
    expect(await open(all)).toHaveLength(1)
    // Assessed with it in mind: the same cause is not told again, a worse one is.
    await rate(all.owner, risk, 3, 4)
    await all.org.asSystem((ctx) => emit(ctx, 'asset.exposureMoved', { ids: [asset] }))
    await all.org.settle()
    expect(await open(all)).toEqual([])
    await found(all, asset, { severity: 'low', exploited: true })
    expect(await open(all)).toMatchObject([{ risk, title: expect.stringContaining('from 4 to 5') as string }])
  })

  it('leaves alone what is rated as high already, and what a first scan finds of lesser flaws', async () => {
    const all = await team(world)
    const rated = await newFlaw(all)
    await rate(all.manager, rated.risk, 3, 5)
    await all.org.settle()
    await found(all, rated.asset, { severity: 'critical' })
    const quiet = await newFlaw(all)
    await found(all, quiet.asset, { severity: 'high' })
    expect(await open(all)).toEqual([])
    const alarmed = await newFlaw(all)
    await found(all, alarmed.asset, { severity: 'critical' })
    expect(await open(all)).toMatchObject([{ risk: alarmed.risk, title: expect.stringContaining('found to be 4') as string }])
  })

  it('is told of a risk whose further asset it is on', async () => {
    const all = await team(world)
    const { risk } = await newFlaw(all)
    const further = await newAsset(all.manager, all.org, { name: 'Web' })
    const { version } = await all.manager.call(risks.risk.get, { id: risk })
    await all.manager.call(risks.risk.update, { id: risk, version, values: { furtherAssets: [further.id] } })
    await all.org.settle()
    await found(all, further.id, { severity: 'critical' })
    expect(await open(all)).toMatchObject([{ risk }])
  })
})

describe('what scans say of a risk', () => {
  it('is the most exposed of its assets, with why; not assessed before a scan', async () => {
    const all = await team(world)
    const { asset, risk } = await newFlaw(all)
    expect(await all.owner.call(risks.risk.exposure, { id: risk })).toMatchObject({ level: null, isTechnical: true, notScanned: 1, assets: [{ id: asset, level: null, scannedAt: null, leading: null }] })
    const id = await found(all, asset, { severity: 'critical', title: 'Flaw in the login' })
    expect(await all.owner.call(risks.risk.exposure, { id: risk })).toMatchObject({
      level: 4, factors: ['exploitability', 'vulnerability'], assetsInAll: 1, notScanned: 0, assets: [{ id: asset, name: '客户数据库', level: 4, counts: { critical: 1, high: 0 }, leading: { id, title: 'Flaw in the login', exploited: false } }],
    })
    const bare = await newRisk(all.manager, { owner: all.owner.personId })
    expect(await all.owner.call(risks.risk.exposure, { id: bare.id })).toMatchObject({ level: null, isTechnical: false, assets: [] })
    expect((await (await all.org.actor(['riskOwner'])).refusal(risks.risk.exposure, { id: risk })).status).toBe(404)
  })
})
