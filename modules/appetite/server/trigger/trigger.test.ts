import { assets } from '@heng/assets/contract'
import { controls } from '@heng/controls/contract'
import { risks } from '@heng/risks/contract'
import { emit } from '@heng/server-kit'
import { work } from '@heng/work/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, TestWorld } from '@heng/testkit'
import { appetite } from '../../contract/index.ts'
import { appetiteWorld, newAsset, newRisk, rate, team } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await appetiteWorld()
})
afterAll(() => world.close())
const { reviewTrigger } = appetite

const rated = async () => {
  const all = await team(world)
  const asset = await newAsset(all.manager, all.org, { confidentiality: 3, integrity: 3, availability: 3 })
  const risk = await newRisk(all.manager, { asset: asset.id, owner: all.owner.personId })
  await rate(all.manager, risk.id, 3, 3)
  await all.org.settle()
  return { ...all, asset, risk: risk.id }
}
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
const waiting = async (who: Actor) => (await who.call(work.work.list, { kind: 'risk.reassess' })).items

describe('a trigger', () => {
  it('brings the review forward, asks the owner with the reason, and is answered by a rating', async () => {
    const { org, manager, owner, risk } = await rated()
    const source = { noun: 'asset', id: '0190b3c4-0000-7000-8000-000000000001', reference: 'INC-7' }
    const input = { risks: [risk], kind: 'incident' as const, reason: '同类系统发生勒索攻击', source }
    expect(await manager.call(reviewTrigger.raise, input)).toEqual({ raised: 1, skipped: 0 })
    expect(await manager.call(reviewTrigger.raise, input)).toEqual({ raised: 0, skipped: 1 })
    await org.settle()
    expect((await manager.call(risks.risk.get, { id: risk })).reviewDue).toBe(day(7))
    const [item] = await waiting(owner)
    expect(item).toMatchObject({ subjectId: risk, dueOn: day(7), instructions: '同类系统发生勒索攻击' })
    await manager.call(reviewTrigger.raise, { risks: [risk], kind: 'manual', reason: '外包人员更换', days: 3 })
    await org.settle()
    const [both] = await waiting(owner)
    expect(both).toMatchObject({ id: item!.id, dueOn: day(3) })
    expect(both!.instructions!.split('\n').toSorted()).toEqual(['同类系统发生勒索攻击', '外包人员更换'].toSorted())
    await rate(owner, risk, 2, 2)
    await org.settle()
    expect((await owner.call(reviewTrigger.list, {})).items.map((g) => [g.state, g.answer])).toEqual([['answered', 'rated'], ['answered', 'rated']])
    expect(await waiting(owner)).toEqual([])
    expect((await manager.call(risks.risk.get, { id: risk })).reviewDue! > day(30)).toBe(true)
  })

  it('is answered by a confirmed review, withdrawn by whoever may raise it, and follows the owner', async () => {
    const { org, manager, owner, risk } = await rated()
    const next = await org.actor(['riskOwner'])
    await manager.call(reviewTrigger.raise, { risks: [risk], kind: 'obligation', reason: '新法规生效' })
    await org.settle()
    const before = await manager.call(risks.risk.get, { id: risk })
    await manager.call(risks.risk.update, { id: risk, version: before.version, values: { owner: next.personId } })
    await org.settle()
    expect([(await waiting(owner)).length, (await waiting(next)).length]).toEqual([0, 1])
    const { version } = await next.call(risks.risk.get, { id: risk })
    await next.call(risks.risk.reviewed, { id: risk, version, reason: '无影响' })
    await org.settle()
    const [done] = (await next.call(reviewTrigger.list, {})).items
    expect(done).toMatchObject({ state: 'answered', answer: 'reviewed' })
    expect((await manager.refusal(reviewTrigger.withdraw, { id: done!.id, version: done!.version, reason: 'x' })).code).toBe('appetite.triggerAnswered')
    await manager.call(reviewTrigger.raise, { risks: [risk], kind: 'manual', reason: '误报' })
    await org.settle()
    const open = (await manager.call(reviewTrigger.list, { filter: { state: 'open' } })).items[0]!
    expect(await manager.call(reviewTrigger.withdraw, { id: open.id, version: open.version, reason: '弄错了' })).toMatchObject({ state: 'withdrawn' })
    await org.settle()
    expect(await waiting(next)).toEqual([])
  })

  it('is raised once for each change of value, owner, unit or classification of an asset, and for no other', async () => {
    const { org, manager, owner, asset, risk } = await rated()
    const change = async (values: object) => {
      const { version } = await manager.call(assets.asset.get, { id: asset.id })
      await manager.call(assets.asset.update, { id: asset.id, version, values } as never)
      await org.settle()
      return (await owner.call(reviewTrigger.list, {})).items
    }
    expect(await change({ description: '机房搬迁' })).toEqual([])
    const [first] = await change({ classification: 'core' })
    expect(first).toMatchObject({ kind: 'assetChange', state: 'open', sourceReference: asset.reference, risk })
    expect(first!.title).toContain('classification')
    expect(await change({ owner: owner.personId })).toHaveLength(1)
    await rate(owner, risk, 2, 2)
    await org.settle()
    const later = await change({ confidentiality: 5 })
    expect(later.map((g) => g.state)).toEqual(['open', 'answered'])
    expect(later[0]!.title).toContain('value')
  })

  it('is raised when a control stops working, once, and not by time alone', async () => {
    const { org, manager, owner, risk } = await rated()
    const control = await manager.call(controls.control.create, { name: '异地备份', state: 'implemented' })
    const { version } = await manager.call(risks.risk.get, { id: risk })
    await manager.call(risks.risk.update, { id: risk, version, values: { existingControls: [control.id] } })
    await rate(owner, risk, 3, 3)
    await org.settle()
    const broken = await manager.call(controls.control.update, { id: control.id, version: control.version, values: { state: 'notWorking' } })
    expect(broken.effectiveness).toBe(0)
    await org.settle()
    const { items } = await owner.call(reviewTrigger.list, {})
    expect(items).toMatchObject([{ kind: 'failedTest', state: 'open', sourceReference: control.reference, risk }])
    await rate(owner, risk, 4, 4)
    for (const reason of ['result', 'time']) await org.asSystem((ctx) => emit(ctx, 'control.effectivenessMoved', { ids: [control.id], reason }))
    await org.settle()
    expect((await owner.call(reviewTrigger.list, {})).items.map((g) => g.state)).toEqual(['answered'])
  })

  it('is refused over risks that one may not see or rate, and ends with the risk', async () => {
    const { org, manager, board, owner, risk } = await rated()
    const input = { risks: [risk], kind: 'manual' as const, reason: 'x' }
    expect((await board.refusal(reviewTrigger.raise, input)).status).toBe(403)
    expect((await (await org.actor(['riskOwner'])).refusal(reviewTrigger.raise, input)).status).toBe(404)
    expect((await (await (await world.organisation()).actor(['ismsManager'])).refusal(reviewTrigger.raise, input)).status).toBe(404)
    expect((await manager.refusal(reviewTrigger.raise, { ...input, reason: ' ' })).code).toBe('invalid')
    await owner.call(reviewTrigger.raise, input)
    await org.settle()
    const { version } = await manager.call(risks.risk.get, { id: risk })
    await manager.call(risks.risk.close, { id: risk, version, reason: '系统下线' })
    await org.settle()
    expect((await manager.call(reviewTrigger.list, {})).items[0]).toMatchObject({ state: 'answered', answer: 'ended' })
    expect(await manager.call(reviewTrigger.raise, input)).toEqual({ raised: 0, skipped: 1 })
  })
})

describe('the interval of a risk', () => {
  it('overrides that of the criteria, counts from the last assessment, and gives way again', async () => {
    const { manager, risk } = await rated()
    const usual = (await manager.call(risks.risk.get, { id: risk })).reviewDue
    const set = async (reviewMonths: number | null) => {
      const { version } = await manager.call(risks.risk.get, { id: risk })
      return (await manager.call(risks.risk.update, { id: risk, version, values: { reviewMonths } })).reviewDue!
    }
    const inMonths = (n: number) => {
      const date = new Date(`${day(0)}T00:00:00Z`)
      date.setUTCMonth(date.getUTCMonth() + n)
      return date.toISOString().slice(0, 10)
    }
    expect(await set(1)).toBe(inMonths(1))
    await rate(manager, risk, 2, 2)
    expect((await manager.call(risks.risk.get, { id: risk })).reviewDue).toBe(inMonths(1))
    await rate(manager, risk, 3, 3)
    expect(await set(null)).toBe(usual)
  })
})
