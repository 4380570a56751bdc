import { work as workContract } from '@heng/work/contract'
import { module as work } from '@heng/work/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRecords } from '@heng/server-kit'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { assets } from '../contract/index.ts'
import { asset } from './asset/register.ts'
import { module } from './module.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([work, module])
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
    expect(await manager.call(assets.campaign.open, { id: campaign.id, version: 1 })).toEqual({ asked: 2, ownerless: 1 })
    // Who is asked finds it in My work, and it leaves when the last asset is attested.
    const waiting = async (actor: Actor) => (await actor.call(workContract.work.list, { view: 'mine' })).items.map(({ kind, dueOn, link }) => ({ kind, dueOn, link }))
    await org.settle()
    expect(await waiting(owner)).toEqual([{ kind: 'asset.attest', dueOn: '2026-12-31', link: `campaigns/${campaign.id}` }])
    expect(await waiting(other)).toEqual([])
    // What belongs to nobody is asked of who opened the campaign, and says so.
    expect((await waiting(manager)).length).toBe(1)
    expect((await manager.call(assets.campaign.attestations, { id: campaign.id, mine: 'true' })).items.map((i) => [i.assetName, i.ownerless, i.mayDecide])).toEqual([['Printer', true, true]])
    const list = await owner.call(assets.campaign.attestations, { id: campaign.id, mine: 'true' })
    // Whoever is asked finds the campaign, and in it only what is theirs.
    expect((await owner.call(assets.campaign.get, { id: campaign.id })).allowed).toEqual([])
    expect((await owner.call(assets.campaign.progress, { id: campaign.id })).units).toEqual([{ unit: org.rootUnit, total: 1, confirmed: 0, corrected: 0, disowned: 0 }])
    expect(list.items.map((i) => [i.assetName, i.mayDecide])).toEqual([['Laptop', true]])
    expect((await other.call(assets.campaign.attestations, { id: campaign.id })).items).toEqual([])
    const ids = list.items.map((i) => i.id)
    expect((await other.refusal(assets.campaign.decide, { id: campaign.id, ids, decision: 'confirmed' })).status).toBe(404)
    expect((await owner.refusal(assets.campaign.decide, { id: campaign.id, ids, decision: 'disowned' })).code).toBe('campaign.noteNeeded')
    await owner.call(assets.campaign.decide, { id: campaign.id, ids, decision: 'confirmed' })
    await org.settle()
    expect(await waiting(owner)).toEqual([])
    const progress = await manager.call(assets.campaign.progress, { id: campaign.id })
    expect(progress.units).toEqual([{ unit: org.rootUnit, total: 2, confirmed: 1, corrected: 0, disowned: 0 }])
    expect(await manager.call(assets.asset.get, { id: mine.id })).toMatchObject({ attestedBy: owner.personId })
    expect((await manager.call(assets.campaign.get, { id: campaign.id }))).toMatchObject({ total: 2, done: 1, state: 'open' })
  })
})

describe('values explained', () => {
  it('tell the way along which a value came, without the names of what the caller may not see', async () => {
    await start()
    const head = await org.actor()
    const [business, system, server] = [await make('Order handling', 5), await make('ERP', 2), await make('DB server', null, { owner: head.personId })]
    await manager.call(assets.dependency.add, { id: business.id, dependsOn: [system.id] })
    await manager.call(assets.dependency.add, { id: system.id, dependsOn: [server.id] })
    const { path } = await manager.call(assets.dependency.valuePath, { id: server.id })
    expect(path.map(({ name, own }) => [name, own])).toEqual([['Order handling', 5], ['ERP', 2], ['DB server', null]])
    expect((await head.call(assets.dependency.valuePath, { id: server.id })).path.map(({ name, own }) => [name, own])).toEqual([[null, 5], [null, null], ['DB server', null]])
    expect((await head.refusal(assets.dependency.valuePath, { id: system.id })).status).toBe(404)
    expect((await head.refusal(assets.dependency.graph, { root: system.id })).status).toBe(404)
    expect((await manager.call(assets.dependency.valuePath, { id: business.id })).path).toEqual([])
  })

  it('follow a change of the rules, which must be one that values can be computed by', async () => {
    await start()
    const server = await make('DB server', 2)
    expect(await manager.call(assets.settings.get, {})).toMatchObject({ valueFunction: 'max', weights: null, keyThreshold: 4, revaluation: null })
    const wrong = await manager.refusal(assets.settings.update, { valueFunction: 'weighted', weights: { c: 0, i: 0, a: 0 }, keyThreshold: 2, reason: 'x' })
    expect(wrong).toMatchObject({ code: 'asset.valueFunction', fields: [{ path: 'weights' }] })
    expect((await manager.refusal(assets.settings.update, { valueFunction: 'weighted', weights: null, keyThreshold: 2, reason: 'x' })).code).toBe('asset.valueFunction')
    const { jobId } = await manager.call(assets.settings.update, { valueFunction: 'log2-mean', weights: null, keyThreshold: 2, reason: 'group rule' })
    expect((await manager.call(assets.settings.get, {})).revaluation?.jobId).toBe(jobId)
    const auditor = await org.actor(['internalAuditor'])
    expect((await auditor.refusal(assets.settings.update, { valueFunction: 'max', weights: null, keyThreshold: 3, reason: 'x' })).status).toBe(403)
    await world.composition.startWorker()
    for (let tries = 0; tries < 100 && (await manager.call(assets.settings.get, {})).revaluation?.state !== 'done'; tries += 1) await new Promise((done) => setTimeout(done, 50))
    expect(await manager.call(assets.asset.get, { id: server.id })).toMatchObject({ value: 2, keyAsset: true, valueExplanation: { function: 'log2-mean' } })
  })

  it('keep within the unit and below when the map is drawn', async () => {
    await start()
    const below = await org.asSystem(async (ctx) => (await createRecords(ctx, world.kit.registers.get('unit')!, [{ name: 'Workshop', parent: org.rootUnit }]))[0]!.id)
    await make('Here', 3)
    await make('Below', 3, { unit: below })
    await make('Nowhere', 3, { unit: null })
    // On the map of the whole, only what depends on something or carries something.
    expect((await manager.call(assets.dependency.graph, {})).nodes).toEqual([])
    expect((await manager.call(assets.dependency.graph, { unit: org.rootUnit })).nodes.map(({ name }) => name).toSorted()).toEqual(['Below', 'Here'])
    expect((await manager.call(assets.dependency.graph, { unit: below })).nodes.map(({ name }) => name)).toEqual(['Below'])
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

  it('lists assets as they are numbered, page by page', async () => {
    await start()
    const made = await org.asSystem((ctx) => createRecords(ctx, asset, Array.from({ length: 25 }, (_, i) => ({ name: `Host ${i}`, tier: 'component', unit: org.rootUnit }))))
    const campaign = await manager.call(assets.campaign.create, { name: '2026', year: 2026, dueOn: '2026-12-31' })
    await manager.call(assets.campaign.open, { id: campaign.id, version: 1 })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await manager.call(assets.campaign.attestations, { id: campaign.id, limit: 10, ...(after === undefined ? {} : { after }) })
      seen.push(...page.items.map(({ assetReference }) => assetReference))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen).toEqual(made.map(({ reference }) => reference))
  })
})
