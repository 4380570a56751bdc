import { risks } from '@heng/risks/contract'
import { work } from '@heng/work/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestWorld } from '@heng/testkit'
import { appetite } from '../contract/index.ts'
import { appetiteWorld, decide, inForce, line, newAsset, newRisk, rate, team } from './testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await appetiteWorld()
})
afterAll(() => world.close())
const { riskAppetite, appetitePosition, toleranceBreach } = appetite

describe('the statement', () => {
  it('starts from the criteria, is approved by top management, frozen, and superseded by the next', async () => {
    const all = await team(world)
    const { manager, board } = all
    const first = await manager.call(riskAppetite.propose, {})
    expect(first).toMatchObject({ state: 'draft', currency: 'CNY', percentile: 95 })
    expect(first.lines).toHaveLength(1)
    expect(first.lines![0]!.level!.tolerance).toBeGreaterThanOrEqual(first.lines![0]!.level!.appetite)
    expect((await manager.refusal(riskAppetite.submit, { id: first.id, version: 9 })).code).toBe('versionConflict')
    await manager.call(riskAppetite.submit, { id: first.id, version: 1 })
    expect((await manager.refusal(riskAppetite.update, { id: first.id, version: 2, values: { name: 'x' } })).code).toBe('appetite.statementFrozen')
    await decide(board, 'riskAppetite', first.id)
    const now = await manager.call(riskAppetite.inForce, {})
    expect(now).toMatchObject({ statement: { id: first.id, state: 'approved' }, next: null })
    expect(now.levels.map((l) => l.value)).toEqual([1, 2, 3, 4, 5])
    expect(now.statement!.frozenHash).toMatch(/^[0-9a-f]{64}$/)
    const second = await inForce(world, all, [line()])
    expect(second.state).toBe('approved')
    expect((await manager.call(riskAppetite.get, { id: first.id })).state).toBe('superseded')
  })

  it('goes back to draft when it is rejected', async () => {
    const { manager, board } = await team(world)
    const draft = await manager.call(riskAppetite.propose, {})
    await manager.call(riskAppetite.submit, { id: draft.id, version: 1 })
    await decide(board, 'riskAppetite', draft.id, 'reject')
    expect(await manager.call(riskAppetite.get, { id: draft.id })).toMatchObject({ state: 'draft', frozenHash: null })
  })

  it('refuses what contradicts itself, naming the place', async () => {
    const { manager, owner } = await team(world)
    const draft = await manager.call(riskAppetite.propose, {})
    const refused = (lines: unknown, values = {}) => manager.refusal(riskAppetite.update, { id: draft.id, version: 1, values: { lines, ...values } as never })
    expect(await refused([line({ level: { appetite: 4, tolerance: 3 } })])).toMatchObject({ code: 'appetite.order', fields: [{ path: 'lines.0.level.tolerance' }] })
    expect(await refused([line(), line()])).toMatchObject({ code: 'appetite.sameLine', fields: [{ path: 'lines.1.category' }] })
    expect(await refused([line({ level: null })])).toMatchObject({ code: 'appetite.emptyLine' })
    expect(await refused([line({ unit: '0190b3c4-0000-7000-8000-000000000000' })])).toMatchObject({ fields: [{ path: 'lines.0.unit', code: 'reference' }] })
    expect(await refused([line()], { together: { expected: { appetite: 2, tolerance: 1 }, extreme: null } })).toMatchObject({ code: 'appetite.order', fields: [{ path: 'together.expected.tolerance' }] })
    await manager.call(riskAppetite.update, { id: draft.id, version: 1, values: { lines: [line({ level: { appetite: 3, tolerance: 9 } })] } })
    expect((await manager.refusal(riskAppetite.submit, { id: draft.id, version: 2 })).code).toBe('appetite.levelUnknown')
    expect((await owner.refusal(riskAppetite.propose, {})).status).toBe(403)
    expect((await owner.refusal(riskAppetite.update, { id: draft.id, version: 2, values: { name: 'x' } })).status).toBe(403)
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(riskAppetite.get, { id: draft.id })).status).toBe(404)
    const early = await (await world.organisation()).actor(['ismsManager'])
    expect((await early.refusal(riskAppetite.propose, {})).code).toBe('appetite.noCriteria')
  })
})

describe('holding risks against it', () => {
  it('opens a breach with work, closes it when the risk is back, and tells where everything stands', async () => {
    const all = await team(world)
    const { org, manager, owner, board } = all
    const asset = await newAsset(manager, org)
    const [high, low] = [await newRisk(manager, { asset: asset.id, owner: owner.personId }), await newRisk(manager, { title: 'low', asset: asset.id })]
    await newRisk(manager, { title: 'unrated', asset: asset.id })
    await rate(manager, high.id, 5, 5)
    await rate(manager, low.id, 1, 1)
    await inForce(world, all, [line()])
    const standing = await manager.call(riskAppetite.standing, {})
    expect(standing).toMatchObject({ total: 3, uncovered: 0, running: false, overall: { breach: 1, notAssessed: 1 }, breaches: { open: 1, answered: 0 } })
    expect(standing.lines[0]!.level).toMatchObject({ breach: 1, notAssessed: 1 })
    const { items: [found] } = await owner.call(toleranceBreach.list, {})
    expect(found).toMatchObject({ risk: high.id, state: 'open', beyond: ['current'], currentLevel: 5, owner: owner.personId })
    const { items: waiting } = await owner.call(work.work.list, { kind: 'toleranceBreach.answer' })
    expect(waiting).toMatchObject([{ subjectId: found!.id, dueOn: found!.dueOn }])
    expect((await manager.call(appetitePosition.list, { filter: { standing: 'breach' } })).items.map((p) => p.risk)).toEqual([high.id])
    expect(await owner.call(riskAppetite.ofRisk, { id: high.id })).toMatchObject({ measures: [{ measure: 'current', standing: 'breach', value: 5, appetite: 2, tolerance: 3 }, { measure: 'planned', standing: 'notAssessed' }], breach: { id: found!.id, state: 'open' } })
    await rate(owner, high.id, 1, 1)
    await org.settle()
    expect(await manager.call(toleranceBreach.get, { id: found!.id })).toMatchObject({ state: 'closed', closing: 'withinTolerance' })
    expect((await owner.call(work.work.list, { kind: 'toleranceBreach.answer' })).items).toEqual([])
    await rate(owner, high.id, 5, 5)
    await org.settle()
    const breaches = (await board.call(toleranceBreach.list, {})).items
    expect(breaches.map((b) => b.state).toSorted()).toEqual(['closed', 'open'])
    expect((await (await world.organisation().then((o) => o.actor(['ismsManager']))).refusal(toleranceBreach.get, { id: found!.id })).status).toBe(404)
    expect((await (await org.actor()).call(toleranceBreach.list, {})).total).toBe(0)
    await manager.call(risks.risk.close, { id: high.id, version: (await manager.call(risks.risk.get, { id: high.id })).version, reason: '系统下线' })
    await org.settle()
    expect((await manager.call(toleranceBreach.list, { filter: { state: 'open' } })).total).toBe(0)
    expect((await manager.call(appetitePosition.list, {})).total).toBe(2)
  })
})
