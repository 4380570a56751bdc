import { risks } from '../contract/index.ts'
import { controls } from '@heng/controls/contract'
import { work } from '@heng/work/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestWorld } from '@heng/testkit'
import { annexAControlsNeeded, riskCounts, treatmentNeeds } from './reads.ts'
import { newAsset, newRisk, riskWorld, team } from './testing/world.ts'
import { openDue } from './work/due.ts'
import { remindOwners } from './work/reviews.ts'

let world: TestWorld
beforeAll(async () => {
  world = await riskWorld()
})
afterAll(() => world.close())

const { risk, treatmentMeasure, riskAcceptance } = risks

describe('what other rooms ask', () => {
  it('risks that call for an Annex A control, and risks that a control bears on', async () => {
    const { org, manager } = await team(world)
    const asset = await newAsset(manager, org)
    const [a, b] = [await newRisk(manager, { title: 'a', asset: asset.id, vulnerability: 'vu-server-unpatched' }), await newRisk(manager, { title: 'b', asset: asset.id, vulnerability: 'vu-server-unsupported-os' })]
    await manager.call(risk.rate, { id: b.id, version: 1, basis: 'current', factors: { threat: 3, vulnerability: 3 }, rationale: 'x' })
    const needed = async (controls: string[], most?: number) => [...(await org.asSystem((ctx) => annexAControlsNeeded(ctx, controls, most)))].map(([ref, found]) => [ref, found.map((r) => r.title)]).toSorted()
    expect(await needed(['A.5.9', 'A.7.4', 'A.8.8'])).toEqual([['A.5.9', ['b']], ['A.8.8', ['b', 'a']]])
    expect(await needed(['A.7.4'])).toEqual([])
    expect(await needed(['A.8.8'], 1)).toEqual([['A.8.8', ['b']]])

    const [c, d] = [await manager.call(controls.control.create, { name: '补丁管理', state: 'implemented' }), await manager.call(controls.control.create, { name: '系统替换', state: 'planned' })]
    await manager.call(risk.update, { id: a.id, version: 1, values: { existingControls: [c.id] } })
    await manager.call(treatmentMeasure.create, { title: 'x', control: d.id, effects: [{ risk: b.id, reductions: [] }] })
    const { ofControls: bearing } = await org.asSystem((ctx) => treatmentNeeds(ctx, [c.id, d.id]))
    expect([c, d].map(({ id }) => bearing.get(id)?.map((r) => r.id))).toEqual([[a.id], [b.id]])
    await manager.call(risk.close, { id: a.id, version: 2, reason: 'x' })
    expect(await needed(['A.8.8'])).toEqual([['A.8.8', ['b']]])
  })

  it('names the highest risks of each control, of those too that the first thousands of risks do not hold', async () => {
    const { org, manager } = await team(world)
    const names = ['often', 'seldom', 'never', 'measured', 'unassessed']
    const made = new Map<string, string>()
    for (const name of names) made.set(name, (await manager.call(controls.control.create, { name, state: 'implemented' })).id)
    // The lowest rest on one control, all but them on another; every seventh is closed.
    await sql`insert into risk (id, org_id, reference, version, created_at, updated_at, title_en, title_zh, status, option, acceptance, source, current_level)
      select gen_random_uuid(), ${org.id}, 'R-' || i, 1, now(), now(), 't' || i, 't' || i, case when i % 7 = 0 then 'closed' else 'open' end, 'retain', 'none', 'manual', case when i % 100 = 0 then null else 5 - i * 5 / 3000 end
      from generate_series(1, 2999) i`.execute(world.kit.db)
    const risks = (await sql<{ id: string; level: number | null; open: boolean; n: number }>`select id, current_level as level, status = 'open' as open, substr(reference, 3)::int as n from risk where org_id = ${org.id}`.execute(world.kit.db)).rows
    const on = new Map([['often', risks.filter((r) => r.n < 2_500)], ['seldom', risks.filter((r) => r.n >= 2_500)], ['never', []], ['measured', risks.filter((r) => r.n > 2_980)], ['unassessed', risks.filter((r) => r.level === null || r.n % 90 === 5)]])
    for (const [name, some] of on) await sql`insert into risk_control (org_id, risk, control) select ${org.id}, x, ${made.get(name)!} from unnest(${some.map((r) => r.id)}::uuid[]) x`.execute(world.kit.db)
    const naive = (some: typeof risks): string[] =>
      some.filter((r) => r.open).toSorted((a, b) => (b.level ?? -1) - (a.level ?? -1) || (a.id < b.id ? 1 : -1)).slice(0, 20).map((r) => r.id)
    const { ofControls } = await org.asSystem((ctx) => treatmentNeeds(ctx, [...made.values()]))
    for (const name of names) expect(ofControls.get(made.get(name)!)?.map((r) => r.id) ?? [], name).toEqual(naive(on.get(name)!))
  })

  it('risks to be reduced for which no control was determined, the highest first', async () => {
    const { org, manager } = await team(world)
    const asset = await newAsset(manager, org)
    const [low, high, treated] = [await newRisk(manager, { option: 'reduce' }), await newRisk(manager, { title: 'b', asset: asset.id, option: 'reduce' }), await newRisk(manager, { title: 'c', option: 'reduce' })]
    await newRisk(manager, { option: 'transfer' })
    await manager.call(risk.rate, { id: high.id, version: 1, basis: 'current', factors: { threat: 3, vulnerability: 3 }, rationale: 'x' })
    const lacking = async () => {
      const { withoutMeasure, withoutControl } = await org.asSystem((ctx) => treatmentNeeds(ctx, []))
      return [withoutMeasure, withoutControl].map(({ count, risks: named }) => [count, named.map((r) => r.id)])
    }
    const control = await manager.call(controls.control.create, { name: '备份', state: 'planned' })
    const measure = await manager.call(treatmentMeasure.create, { title: 'x', control: control.id, effects: [{ risk: treated.id, reductions: [] }] })
    expect(await lacking()).toEqual([[2, [high.id, low.id]], [0, []]])
    await manager.call(treatmentMeasure.create, { title: 'y', effects: [low, treated].map((r) => ({ risk: r.id, reductions: [] })) })
    expect(await lacking()).toEqual([[1, [high.id]], [1, [low.id]]])
    await manager.call(treatmentMeasure.cancel, { id: measure.id, version: measure.version, reason: 'x' })
    expect(await lacking()).toEqual([[1, [high.id]], [2, [low.id, treated.id]]])
  })

  it('counts, and tells owners weekly what is due', async () => {
    const { org, manager, owner } = await team(world)
    const asset = await newAsset(manager, org)
    await newAsset(manager, org, { name: 'bare' })
    const r = await newRisk(manager, { asset: asset.id, owner: owner.personId })
    await newRisk(manager, { title: 'ownerless' })
    await manager.call(risk.rate, { id: r.id, version: 1, basis: 'current', factors: { threat: 3, vulnerability: 3 }, rationale: 'x' })
    await sql`update risk set review_due = current_date - 3 where id = ${r.id}`.execute(world.kit.db)
    expect(await org.asSystem(riskCounts)).toMatchObject({ total: 2, notAssessed: 1, reviewOverdue: 1, withoutOwner: 1, withoutTreatment: 2, assetsCovered: 1, assets: 2 })
    expect(await org.asSystem(remindOwners)).toBe(1)
    expect(await org.asSystem(remindOwners)).toBe(1)
    const notices = await owner.call(work.notice.list, {})
    expect(notices.items.filter((n) => n.title.includes('due for review'))).toHaveLength(1)
  })

  it('give people their work: measures to carry out, residual risks to decide on', async () => {
    const { org, manager, owner } = await team(world)
    const asset = await newAsset(manager, org)
    const r = await newRisk(manager, { asset: asset.id, owner: owner.personId, option: 'retain' })
    await manager.call(risk.rate, { id: r.id, version: 1, basis: 'current', factors: { threat: 1, vulnerability: 1 }, rationale: 'x' })
    await manager.call(riskAcceptance.request, { risks: [r.id] })
    const m = await manager.call(treatmentMeasure.create, { title: '更换设备', owner: owner.personId, due: '2027-01-31' })
    await org.settle()
    const mine = async () => (await owner.call(work.work.list, { view: 'mine' })).items.map((w) => w.kind).toSorted()
    expect(await mine()).toEqual(['riskAcceptance.decide', 'treatmentMeasure.do'])
    const [asked] = (await owner.call(riskAcceptance.list, {})).items
    await owner.call(riskAcceptance.decide, { id: asked!.id, version: 1, decision: 'accept', reason: 'x' })
    await manager.call(treatmentMeasure.update, { id: m.id, version: 1, values: { progress: 100 } })
    await org.settle()
    expect(await mine()).toEqual([])
  })

  it('give owners what is due: risks to review and acceptances about to end, once, until the record says so', async () => {
    const { org, manager, owner } = await team(world)
    const asset = await newAsset(manager, org)
    const r = await newRisk(manager, { asset: asset.id, owner: owner.personId, option: 'retain' })
    await manager.call(risk.rate, { id: r.id, version: 1, basis: 'current', factors: { threat: 1, vulnerability: 1 }, rationale: 'x' })
    await manager.call(riskAcceptance.request, { risks: [r.id] })
    const [asked] = (await owner.call(riskAcceptance.list, {})).items
    await owner.call(riskAcceptance.decide, { id: asked!.id, version: 1, decision: 'accept', reason: 'x' })
    await org.settle()
    await sql`update risk set review_due = current_date + 5 where id = ${r.id}`.execute(world.kit.db)
    await sql`update risk_acceptance set valid_until = current_date + 20 where id = ${asked!.id}`.execute(world.kit.db)
    await org.asSystem(openDue)
    await org.asSystem(openDue)
    const mine = async () => (await owner.call(work.work.list, { view: 'mine' })).items
    expect((await mine()).map((w) => [w.kind, w.dueOn === null, w.link])).toEqual([['risk.review', false, `risks/${r.id}`], ['riskAcceptance.ending', false, `risks/${r.id}`]])
    const { version } = await manager.call(risk.get, { id: r.id })
    await owner.call(risk.reviewed, { id: r.id, version, reason: 'still so' })
    await org.settle()
    expect((await mine()).map((w) => w.kind)).toEqual(['riskAcceptance.ending'])
    const held = await owner.call(riskAcceptance.get, { id: asked!.id })
    await manager.call(riskAcceptance.withdraw, { id: held.id, version: held.version, reason: 'x' })
    await org.settle()
    expect(await mine()).toEqual([])
  })
})
