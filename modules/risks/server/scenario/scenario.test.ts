import { scenariosFor } from '@heng/content-knowledge'
import { createRecords } from '@heng/server-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { assets } from '@heng/assets/contract'
import { risks } from '../../contract/index.ts'
import { riskCounts } from '../reads/counts.ts'
import { generateNow } from '../testing/generate.ts'
import { newAsset, riskWorld, statementsOf, team } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await riskWorld()
})
afterAll(() => world.close())

const { riskScenario, risk } = risks
const pairs = scenariosFor('at-server').length

const runGenerate = (org: TestOrganisation, who: Actor, input: Parameters<typeof generateNow>[3] = {}) => generateNow(world, org, who, input)

describe('generating scenarios', () => {
  it('proposes every pair of the knowledge base once, and nothing again, whatever became of it', async () => {
    const { org, manager } = await team(world)
    await newAsset(manager, org)
    await newAsset(manager, org, { name: 'No type', type: null })
    expect(await runGenerate(org, manager)).toMatchObject({ assets: 2, created: pairs, withoutType: 1, total: 2, steps: [0, 2] })
    const { items } = await manager.call(riskScenario.list, { limit: 500 })
    expect(items).toHaveLength(pairs)
    expect(items[0]!.title).toContain('客户数据库')
    await manager.call(riskScenario.dismiss, { select: { ids: [items[0]!.id] }, reason: '不适用' })
    await manager.call(riskScenario.confirm, { select: { ids: [items[1]!.id] } })
    expect(await runGenerate(org, manager)).toMatchObject({ created: 0 })
    expect(await manager.call(riskScenario.list, { filter: { status: 'dismissed' } })).toMatchObject({ total: 1, items: [{ reason: '不适用' }] })
  })

  it('leaves out what stands in the register already', async () => {
    const { org, manager } = await team(world)
    const asset = await newAsset(manager, org)
    const { vulnerability, threat } = scenariosFor('at-server')[0]!
    await manager.call(risk.create, { title: 'By hand', asset: asset.id, vulnerability: vulnerability.id, threat: threat.id })
    expect(await runGenerate(org, manager)).toMatchObject({ created: pairs - 1 })
  })

  it('reaches as far as the caller’s units, and refuses others', async () => {
    const { org, manager } = await team(world)
    const part = await org.asSystem(async (ctx) => {
      const [unit] = await createRecords(ctx, world.kit.registers.get('unit')!, [{ name: '生产部', parent: org.rootUnit }])
      return unit!.id
    })
    await newAsset(manager, org)
    const own = await newAsset(manager, org, { name: 'MES', unit: part })
    const head = await org.actor([{ role: 'departmentHead', unit: part }])
    expect(await runGenerate(org, head)).toMatchObject({ assets: 1, created: pairs })
    expect(await runGenerate(org, head, { units: [org.rootUnit] })).toMatchObject({ assets: 1, created: 0 })
    expect((await head.call(riskScenario.list, { filter: { asset: own.id } })).total).toBe(pairs)
    const employee = await org.actor()
    expect((await employee.refusal(riskScenario.generate, {})).status).toBe(403)
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    const [one] = (await head.call(riskScenario.list, { limit: 1 })).items
    expect((await stranger.refusal(riskScenario.dismiss, { select: { ids: [one!.id] }, reason: 'x' })).status).toBe(404)
  })
})

describe('where generating begins', () => {
  const likely = scenariosFor('at-server').filter(({ threat, vulnerability }) => threat.frequency * vulnerability.exploitability >= 12).length

  it('is with key assets, alike ones together, and what is likely; a preview says as much beforehand', async () => {
    const { org, manager } = await team(world)
    for (const name of ['S1', 'S2', 'S3']) await newAsset(manager, org, { name, availability: 5 })
    const other = await newAsset(manager, org, { name: 'S4', availability: 4 })
    await newAsset(manager, org, { name: 'S5' })
    expect(await manager.call(riskScenario.preview, {})).toEqual({ inScope: 5, keyAssets: 4, unvalued: 0, assets: 4, groups: 2, withoutType: 0, scenarios: 2 * likely, exact: true })
    expect(await manager.call(riskScenario.preview, { combine: 'none', only: 'all', depth: 'all' })).toMatchObject({ assets: 5, groups: 5, scenarios: 5 * pairs })
    const start = { only: 'key', combine: 'alike', depth: 'likely' } as const
    expect(await runGenerate(org, manager, start)).toMatchObject({ assets: 4, created: 2 * likely })
    expect(await manager.call(riskScenario.preview, {})).toMatchObject({ assets: 4, scenarios: 0 })
    const { items } = await manager.call(riskScenario.list, { limit: 500 })
    const group = items.filter((i) => i.assetCount === 3)
    expect(group).toHaveLength(likely)
    expect(group[0]!.title).toContain('S1 and 2 more: ')
    expect((await manager.call(riskScenario.assets, { id: group[0]!.id })).items.map((a) => a.name)).toEqual(['S1', 'S2', 'S3'])
    // A fourth of a kind that comes later is told by itself; naming assets asks for them, key or not.
    const late = await newAsset(manager, org, { name: 'S6', availability: 5 })
    expect(await manager.call(riskScenario.preview, {})).toMatchObject({ scenarios: likely })
    expect(await runGenerate(org, manager, start)).toMatchObject({ created: likely })
    expect((await manager.call(riskScenario.list, { filter: { asset: late.id }, limit: 500 })).items.every((i) => i.assetCount === 1)).toBe(true)
    const [low] = (await manager.call(assets.asset.list, { q: 'S5' })).items
    expect(await manager.call(riskScenario.preview, { assets: [low!.id] })).toMatchObject({ assets: 1, scenarios: likely })
    expect(other.keyAsset).toBe(true)
  })

  it('carries all assets of a group into the risk, into a merge, and into what counts as looked at', async () => {
    const { org, manager } = await team(world)
    const [a, b] = [await newAsset(manager, org, { name: 'A', availability: 5 }), await newAsset(manager, org, { name: 'B', availability: 5 })]
    await runGenerate(org, manager, { combine: 'alike', depth: 'likely' })
    const { items } = await manager.call(riskScenario.list, { limit: 500 })
    const { risks: made } = await manager.call(riskScenario.confirm, { select: { ids: [items[0]!.id] } })
    expect(await manager.call(risk.get, { id: made[0]! })).toMatchObject({ asset: a.id, furtherAssets: [b.id], title: items[0]!.title, assetValue: 5 })
    const single = await newAsset(manager, org, { name: 'C' })
    const own = await manager.call(risk.create, { title: 'x', asset: single.id })
    await manager.call(riskScenario.merge, { select: { ids: [items[1]!.id] }, into: own.id })
    expect((await manager.call(risk.get, { id: own.id })).furtherAssets!.toSorted()).toEqual([a.id, b.id].toSorted())
    expect(await org.asSystem((ctx) => riskCounts(ctx))).toMatchObject({ assetsCovered: 3, assets: 3 })
  })

  it('tells very many alike assets in several scenarios, as the preview says', async () => {
    const { org, manager } = await team(world)
    await org.asSystem((ctx) => createRecords(ctx, world.kit.registers.get('asset')!, Array.from({ length: 101 }, (_, i) => ({
      name: `N${i}`, tier: 'component', type: 'at-server', unit: org.rootUnit, confidentiality: 1, integrity: 1, availability: 5,
    }))))
    expect(await manager.call(riskScenario.preview, {})).toMatchObject({ assets: 101, groups: 2, scenarios: 2 * likely })
    expect(await runGenerate(org, manager, { only: 'key', combine: 'alike', depth: 'likely' })).toMatchObject({ created: 2 * likely })
    const { items } = await manager.call(riskScenario.list, { limit: 500 })
    expect([...new Set(items.map((i) => i.assetCount))].toSorted((a, b) => a - b)).toEqual([1, 100])
  })

  it('is previewed only for whom may generate', async () => {
    const { org, manager } = await team(world)
    await newAsset(manager, org, { availability: 5 })
    expect((await (await org.actor()).refusal(riskScenario.preview, {})).status).toBe(403)
    expect(await statementsOf(manager, () => manager.call(riskScenario.preview, {}))).toBeLessThanOrEqual(4)
  })
})

describe('deciding on scenarios', () => {
  it('confirms into the register with asset, unit, owner and properties taken over', async () => {
    const { org, manager, owner } = await team(world)
    const asset = await newAsset(manager, org, { owner: owner.personId })
    await runGenerate(org, manager)
    const [first] = (await manager.call(riskScenario.list, { limit: 1 })).items
    const { risks: made } = await manager.call(riskScenario.confirm, { select: { ids: [first!.id] } })
    const row = await manager.call(risk.get, { id: made[0]! })
    expect(row).toMatchObject({ reference: 'R-0001', asset: asset.id, unit: org.rootUnit, owner: owner.personId, source: 'generated', status: 'open', currentLevel: null, assetValue: 2, threat: first!.threat })
    expect(row.properties!.length).toBeGreaterThan(0)
    expect(await manager.call(riskScenario.get, { id: first!.id })).toMatchObject({ status: 'confirmed', risk: made[0], decidedBy: manager.personId })
    expect((await manager.refusal(riskScenario.confirm, { select: { ids: [first!.id] } })).code).toBe('risks.scenarioDecided')
  })

  it('combines the same weakness of many assets into one risk that goes by the most valuable', async () => {
    const { org, manager } = await team(world)
    const low = await newAsset(manager, org, { name: 'S1' })
    const high = await newAsset(manager, org, { name: 'S2', confidentiality: 4 })
    await runGenerate(org, manager)
    const threat = scenariosFor('at-server')[0]!.threat.id
    const { done, risks: made } = await manager.call(riskScenario.confirm, { select: { where: { threat } }, combine: 'weakness' })
    expect(done).toBe(made.length * 2)
    expect(await manager.call(risk.get, { id: made[0]! })).toMatchObject({ asset: high.id, furtherAssets: [low.id], assetValue: 4 })
  })

  it('merges into a risk, whose assets grow, and counts by group', async () => {
    const { org, manager } = await team(world)
    const [a, b] = [await newAsset(manager, org, { name: 'A' }), await newAsset(manager, org, { name: 'B' })]
    await runGenerate(org, manager)
    const { groups, total } = await manager.call(riskScenario.groups, { by: 'asset' })
    expect(total).toBe(pairs * 2)
    expect(groups.map((g) => g.count)).toEqual([pairs, pairs])
    const [first] = (await manager.call(riskScenario.list, { filter: { asset: a.id }, limit: 1 })).items
    const { risks: made } = await manager.call(riskScenario.confirm, { select: { ids: [first!.id] } })
    const { done } = await manager.call(riskScenario.merge, { select: { where: { asset: b.id, threat: first!.threat } }, into: made[0]!, reason: '同一弱点' })
    expect(done).toBeGreaterThan(0)
    expect((await manager.call(risk.get, { id: made[0]! })).furtherAssets).toEqual([b.id])
  })

  it('takes a set in a constant number of statements', async () => {
    const { org, manager } = await team(world)
    for (const name of ['A', 'B', 'C']) await newAsset(manager, org, { name })
    await runGenerate(org, manager)
    const { items } = await manager.call(riskScenario.list, { limit: 500 })
    const count = (ids: string[]) => statementsOf(manager, () => manager.call(riskScenario.confirm, { select: { ids } }))
    const [few, many] = [await count(items.slice(0, 1).map((i) => i.id)), await count(items.slice(1, 30).map((i) => i.id))]
    expect(many).toBe(few)
    const dismissed = await statementsOf(manager, () => manager.call(riskScenario.dismiss, { select: { ids: items.slice(30).map((i) => i.id) }, reason: 'x' }))
    expect(Math.max(few, dismissed)).toBeLessThanOrEqual(12)
  })
})
