import { risks } from '@heng/risks/contract'
import { work } from '@heng/work/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, TestWorld } from '@heng/testkit'
import { appetite } from '../../contract/index.ts'
import { appetiteWorld, newAsset, team } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await appetiteWorld()
})
afterAll(() => world.close())
const { emergingRisk } = appetite

const report = (who: Actor, title = '供应商被收购') => who.call(emergingRisk.create, { title, what: '核心部件供应商被境外公司收购', source: 'news', horizon: 'withinYear', velocity: 'weeks', proximity: 'supplyChain', impact: '断供' })
const kinds = async (who: Actor) => (await who.call(work.work.list, {})).items.map((i) => i.kind).filter((k) => k.startsWith('emergingRisk.'))

describe('an emerging risk', () => {
  it('is reported by anybody, who keeps it until it is taken up', async () => {
    const { org, manager, owner } = await team(world)
    const employee = await org.actor()
    const made = await report(employee)
    expect(made).toMatchObject({ state: 'noted', reportedBy: employee.personId, reference: 'ER-0001' })
    expect(made.allowed).not.toContain('dismiss')
    expect(await employee.call(emergingRisk.update, { id: made.id, version: 1, values: { impact: '断供三个月' } })).toMatchObject({ version: 2 })
    await org.settle()
    expect(await kinds(manager)).toEqual(['emergingRisk.triage'])
    expect((await employee.refusal(emergingRisk.dismiss, { id: made.id, version: 2, reason: 'x' })).status).toBe(403)
    expect((await (await org.actor()).refusal(emergingRisk.get, { id: made.id })).status).toBe(404)
    const watched = await manager.call(emergingRisk.watch, { id: made.id, version: 2, owner: owner.personId, reviewDue: '2099-01-01', reason: '关注供货' })
    expect(watched).toMatchObject({ state: 'watching', owner: owner.personId })
    await org.settle()
    expect(await kinds(manager)).toEqual([])
    expect((await employee.refusal(emergingRisk.update, { id: made.id, version: 3, values: { title: 'x' } })).code).toBe('appetite.emergingTaken')
    expect((await manager.refusal(emergingRisk.watch, { id: made.id, version: 3, owner: owner.personId, reviewDue: '2020-01-01' })).code).toBe('appetite.reviewDay')
  })

  it('becomes a scenario of the knowledge base, the one that is there already where there is one', async () => {
    const { org, manager } = await team(world)
    const asset = await newAsset(manager, org)
    const into = { asset: asset.id, threat: 'th-ransomware', vulnerability: 'vu-server-unpatched' }
    const [a, b] = [await report(manager), await report(manager, '同一件事')]
    const first = await manager.call(emergingRisk.toScenario, { id: a.id, version: 1, ...into })
    expect(first.state).toBe('becameScenario')
    expect(await manager.call(risks.riskScenario.get, { id: first.scenario! })).toMatchObject({ status: 'proposed', ...into })
    expect((await manager.call(emergingRisk.toScenario, { id: b.id, version: 1, ...into })).scenario).toBe(first.scenario)
    expect((await manager.refusal(emergingRisk.update, { id: a.id, version: 2, values: { title: 'x' } })).code).toBe('appetite.emergingDecided')
    const c = await report(manager)
    expect(await manager.refusal(emergingRisk.toScenario, { id: c.id, version: 1, ...into, threat: 'th-nothing' })).toMatchObject({ fields: [{ path: 'threat' }] })
  })

  it('becomes a risk in its own words, a duplicate, or is dismissed and taken up again', async () => {
    const { manager, owner } = await team(world)
    const [a, b, c] = [await report(manager, '深度伪造冒充高管'), await report(manager, '冒充'), await report(manager)]
    const adopted = await manager.call(emergingRisk.toRisk, { id: a.id, version: 1, owner: owner.personId })
    expect(await manager.call(risks.risk.get, { id: adopted.risk! })).toMatchObject({ title: '深度伪造冒充高管', owner: owner.personId, consequence: '断供', currentLevel: null })
    expect(await manager.call(emergingRisk.merge, { id: b.id, version: 1, into: a.id })).toMatchObject({ state: 'duplicate', duplicateOf: a.id })
    expect((await manager.refusal(emergingRisk.merge, { id: c.id, version: 1, into: b.id })).code).toBe('appetite.mergeTarget')
    expect((await manager.refusal(emergingRisk.merge, { id: c.id, version: 1, into: c.id })).code).toBe('appetite.mergeTarget')
    await manager.call(emergingRisk.dismiss, { id: c.id, version: 1, reason: '与我方无关' })
    expect((await manager.refusal(emergingRisk.dismiss, { id: c.id, version: 2, reason: '' })).code).toBe('invalid')
    expect(await manager.call(emergingRisk.reopen, { id: c.id, version: 2, reason: '情况变化' })).toMatchObject({ state: 'noted' })
    expect((await manager.refusal(emergingRisk.reopen, { id: a.id, version: 2, reason: 'x' })).code).toBe('appetite.emergingState')
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(emergingRisk.dismiss, { id: c.id, version: 3, reason: 'x' })).status).toBe(404)
  })
})
