import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { assets } from '../contract/index.ts'
import { module } from './module.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([module])
})
afterAll(() => world.close())

const start = async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
}
const make = (name: string, c: number | null, more: object = {}) =>
  manager.call(assets.asset.create, { name, tier: 'component', confidentiality: c, integrity: c, availability: c, unit: org.rootUnit, ...more })
const value = async (id: string) => (await manager.call(assets.asset.get, { id })).value

describe('dependencies', () => {
  it('lets values flow down, explains them, and takes them back', async () => {
    await start()
    const [business, system, server] = [await make('Order handling', 5), await make('ERP', 2), await make('DB server', null)]
    await manager.call(assets.dependency.add, { id: system.id, dependsOn: [server.id] })
    expect(await value(server.id)).toBe(2)
    await manager.call(assets.dependency.add, { id: business.id, dependsOn: [system.id] })
    const flowed = await manager.call(assets.asset.get, { id: server.id })
    expect(flowed).toMatchObject({ value: 5, keyAsset: true, valueExplanation: { own: null, inherited: 5, inheritedFrom: business.id } })
    const current = await manager.call(assets.asset.get, { id: business.id })
    await manager.call(assets.asset.update, { id: business.id, version: current.version, values: { confidentiality: 3, integrity: 3, availability: 3 } })
    expect([await value(system.id), await value(server.id)]).toEqual([3, 3])
    await manager.call(assets.dependency.remove, { id: business.id, dependsOn: system.id })
    expect([await value(system.id), await value(server.id)]).toEqual([2, 2])
  })

  it('draws the graph around an asset and refuses a dependency on itself', async () => {
    await start()
    const [a, b, c] = [await make('a', 3), await make('b', 2), await make('c', 1)]
    await manager.call(assets.dependency.add, { id: a.id, dependsOn: [b.id] })
    await manager.call(assets.dependency.add, { id: b.id, dependsOn: [c.id] })
    const near = await manager.call(assets.dependency.graph, { root: a.id, depth: 1 })
    expect(near.nodes.map((n) => n.name).toSorted()).toEqual(['a', 'b'])
    const far = await manager.call(assets.dependency.graph, { root: a.id, depth: 2 })
    expect(far.edges).toHaveLength(2)
    expect((await manager.refusal(assets.dependency.add, { id: a.id, dependsOn: [a.id] })).code).toBe('asset.dependsOnItself')
  })
})

describe('attestation campaign', () => {
  it('asks owners and heads, shows progress by unit, stamps the asset', async () => {
    await start()
    const owner = await org.actor()
    const other = await org.actor()
    const mine = await make('Laptop', 2, { owner: owner.personId })
    await make('Printer', 1)
    const campaign = await manager.call(assets.campaign.create, { name: '2026', year: 2026, dueOn: '2026-12-31' })
    expect(await manager.call(assets.campaign.open, { id: campaign.id, version: 1 })).toEqual({ asked: 2 })
    const list = await owner.call(assets.campaign.attestations, { id: campaign.id, mine: 'true' })
    expect(list.items.map((i) => [i.assetName, i.mayDecide])).toEqual([['Laptop', true]])
    expect((await other.call(assets.campaign.attestations, { id: campaign.id })).items).toEqual([])
    const ids = list.items.map((i) => i.id)
    expect((await other.refusal(assets.campaign.decide, { id: campaign.id, ids, decision: 'confirmed' })).status).toBe(404)
    expect((await owner.refusal(assets.campaign.decide, { id: campaign.id, ids, decision: 'disowned' })).code).toBe('campaign.noteNeeded')
    await owner.call(assets.campaign.decide, { id: campaign.id, ids, decision: 'confirmed' })
    const progress = await manager.call(assets.campaign.progress, { id: campaign.id })
    expect(progress.units).toEqual([{ unit: org.rootUnit, total: 2, confirmed: 1, corrected: 0, disowned: 0 }])
    expect(await manager.call(assets.asset.get, { id: mine.id })).toMatchObject({ attestedBy: owner.personId })
    expect((await manager.call(assets.campaign.get, { id: campaign.id }))).toMatchObject({ total: 2, done: 1, state: 'open' })
  })
})

describe('duplicates', () => {
  it('finds by strong identifier and by name, and merges', async () => {
    await start()
    const [a, b, c] = [await make('Mail Server', 3), await make('mailserver', 4), await make('Gateway', 1)]
    await manager.call(assets.identity.set, { id: a.id, identifiers: [{ kind: 'mac', value: '00-1A-2B-3C-4D-5E' }, { kind: 'ip', value: '10.0.0.1' }] })
    await manager.call(assets.identity.set, { id: c.id, identifiers: [{ kind: 'mac', value: '001a2b3c4d5e' }, { kind: 'ip', value: '10.0.0.1' }] })
    const { groups } = await manager.call(assets.identity.duplicates, {})
    expect(groups.map((g) => [g.reason, g.ids.length]).toSorted()).toEqual([['identifier', 2], ['name', 2]])
    await manager.call(assets.dependency.add, { id: b.id, dependsOn: [c.id] })
    await manager.call(assets.identity.merge, { id: a.id, others: [b.id], reason: 'same machine' })
    expect((await manager.call(assets.asset.get, { id: b.id })).archivedAt).not.toBeNull()
    const graph = await manager.call(assets.dependency.graph, { root: a.id, depth: 1 })
    expect(graph.edges).toMatchObject([{ asset: a.id, dependsOn: c.id }])
    expect(await value(c.id)).toBe(3)
  })
})
