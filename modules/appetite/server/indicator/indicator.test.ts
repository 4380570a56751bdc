import { work } from '@heng/work/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, TestWorld } from '@heng/testkit'
import { appetite } from '../../contract/index.ts'
import { appetiteWorld, newAsset, newRisk, rate, team } from '../testing/world.ts'
import { daily } from '../work/daily.ts'

let world: TestWorld
beforeAll(async () => {
  world = await appetiteWorld()
})
afterAll(() => world.close())
const { riskIndicator, reviewTrigger } = appetite

const newIndicator = (who: Actor, values: Record<string, unknown> = {}) =>
  who.call(riskIndicator.create, { name: '高危漏洞平均修复天数', measure: '天', direction: 'higherIsWorse', amberFrom: 15, redFrom: 30, frequency: 'monthly', reopensAt: 'red', active: true, ...values } as never)
const at = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString()
const kinds = async (who: Actor) => (await who.call(work.work.list, {})).items.map((i) => i.kind).filter((k) => k.startsWith('riskIndicator.'))

describe('measuring', () => {
  it('colours the latest value, is idempotent by instant, and corrects what was wrong', async () => {
    const { manager } = await team(world)
    const made = await newIndicator(manager)
    expect(made).toMatchObject({ state: 'noData', value: null, reference: 'KRI-0001' })
    const [early, late] = [at(40), at(2)]
    const first = await manager.call(riskIndicator.measure, { id: made.id, measurements: [{ at: late, value: 12 }, { at: early, value: 40 }] })
    expect(first).toMatchObject({ added: 2, changed: 0, same: 0, indicator: { state: 'green', value: 12 } })
    expect(await manager.call(riskIndicator.measure, { id: made.id, measurements: [{ at: late, value: 12 }] })).toMatchObject({ added: 0, changed: 0, same: 1, indicator: { version: first.indicator.version } })
    expect(await manager.call(riskIndicator.measure, { id: made.id, measurements: [{ at: late, value: 16, note: '更正' }] })).toMatchObject({ changed: 1, indicator: { state: 'amber', value: 16 } })
    const { items } = await manager.call(riskIndicator.measurements, { id: made.id })
    expect(items.map((m) => [m.value, m.state, m.note])).toEqual([[16, 'amber', '更正'], [40, 'red', null]])
    const { version } = await manager.call(riskIndicator.get, { id: made.id })
    expect(await manager.call(riskIndicator.update, { id: made.id, version, values: { amberFrom: 20 } })).toMatchObject({ state: 'green' })
    const { rows } = await sql<{ action: string }>`select action from history where record_id = ${made.id} order by seq`.execute(world.kit.db)
    expect(rows.map((r) => r.action)).toEqual(['created', 'measured', 'measured', 'updated'])
  })

  it('refuses bounds out of order, the future and one instant twice', async () => {
    const { manager } = await team(world)
    const body = { name: 'x', measure: '%', direction: 'lowerIsWorse', frequency: 'weekly', reopensAt: 'red', active: true }
    expect(await manager.refusal(riskIndicator.create, { ...body, amberDownTo: 90, redDownTo: 95 } as never)).toMatchObject({ code: 'appetite.bound.order', fields: [{ path: 'redDownTo' }] })
    expect(await manager.refusal(riskIndicator.create, { ...body, amberDownTo: 90 } as never)).toMatchObject({ code: 'appetite.bound.missing', fields: [{ path: 'redDownTo' }] })
    const { id } = await newIndicator(manager)
    expect((await manager.refusal(riskIndicator.measure, { id, measurements: [{ at: at(-1), value: 1 }] })).code).toBe('appetite.future')
    expect((await manager.refusal(riskIndicator.measure, { id, measurements: [{ at: '2026-01-01T00:00:00Z', value: 1 }, { at: '2026-01-01T08:00:00+08:00', value: 2 }] })).code).toBe('appetite.sameInstant')
  })

  it('asks for a reaction and reopens linked risks when it turns red, not when history is filled in', async () => {
    const { org, manager, owner } = await team(world)
    const risk = await newRisk(manager, { asset: (await newAsset(manager, org)).id, owner: owner.personId })
    await rate(manager, risk.id, 3, 3)
    const made = await newIndicator(manager, { owner: owner.personId, risks: [risk.id] })
    await owner.call(riskIndicator.measure, { id: made.id, measurements: [{ at: at(3), value: 10 }, { at: at(60), value: 90 }] })
    await org.settle()
    expect(await kinds(owner)).toEqual([])
    await owner.call(riskIndicator.measure, { id: made.id, measurements: [{ at: at(2), value: 20 }] })
    await org.settle()
    expect(await kinds(owner)).toEqual(['riskIndicator.react'])
    expect((await owner.call(reviewTrigger.list, {})).total).toBe(0)
    await owner.call(riskIndicator.measure, { id: made.id, measurements: [{ at: at(1), value: 35 }] })
    await org.settle()
    expect((await owner.call(reviewTrigger.list, {})).items).toMatchObject([{ kind: 'indicator', risk: risk.id, sourceReference: made.reference, state: 'open' }])
    await owner.call(riskIndicator.measure, { id: made.id, measurements: [{ at: at(0.5), value: 5 }] })
    await org.settle()
    expect(await kinds(owner)).toEqual([])
  })

  it('becomes work on its day, goes stale after it, and is current again once measured', async () => {
    const { org, manager, owner } = await team(world)
    const made = await newIndicator(manager, { owner: owner.personId, frequency: 'weekly' })
    await owner.call(riskIndicator.measure, { id: made.id, measurements: [{ at: at(9), value: 10 }] })
    expect(await manager.call(riskIndicator.get, { id: made.id })).toMatchObject({ state: 'stale', value: 10 })
    await sql`update risk_indicator set state = 'green' where id = ${made.id}`.execute(world.kit.db)
    await org.asSystem(daily)
    await org.settle()
    expect(await manager.call(riskIndicator.get, { id: made.id })).toMatchObject({ state: 'stale' })
    expect(await kinds(owner)).toEqual(['riskIndicator.measure'])
    await owner.call(riskIndicator.measure, { id: made.id, measurements: [{ at: at(0), value: 10 }] })
    await org.settle()
    expect(await manager.call(riskIndicator.get, { id: made.id })).toMatchObject({ state: 'green' })
    expect(await kinds(owner)).toEqual([])
  })

  it('lets its owner report and nothing more, and nobody of another organisation', async () => {
    const { org, manager, owner, board } = await team(world)
    const made = await newIndicator(manager, { owner: owner.personId })
    const input = { id: made.id, measurements: [{ at: at(1), value: 1 }] }
    expect((await owner.refusal(riskIndicator.update, { id: made.id, version: 1, values: { redFrom: 99 } })).status).toBe(403)
    expect((await board.refusal(riskIndicator.measure, input)).status).toBe(403)
    expect((await (await org.actor()).refusal(riskIndicator.measure, input)).status).toBe(404)
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    for (const refused of [await stranger.refusal(riskIndicator.measure, input), await stranger.refusal(riskIndicator.measurements, { id: made.id, limit: 5 })]) expect(refused.status).toBe(404)
    expect((await owner.call(riskIndicator.measure, input)).added).toBe(1)
  })
})

describe('a table of measurements', () => {
  it('is taken as a whole or not at all, says what is wrong by line, and changes nothing the second time', async () => {
    const { manager, owner } = await team(world)
    const [a] = [await newIndicator(manager), await newIndicator(manager, { name: '补丁覆盖率', measure: '%', direction: 'lowerIsWorse', amberFrom: null, redFrom: null, amberDownTo: 95, redDownTo: 90 })]
    const bad = `指标编号,时间,数值\n${a.reference},2026-02-30,1\n${a.reference},2026-01-01,abc\nKRI-9999,2026-01-01,3\n${a.reference},2026-01-02,4\n${a.reference},2026-01-02 00:00,5`
    const refused = await manager.call(riskIndicator.importMeasurements, { csv: bad })
    expect(refused.problems.map((p) => p.line)).toEqual([2, 3, 4, 6])
    expect((await manager.call(riskIndicator.measurements, { id: a.id })).items).toEqual([])
    expect((await manager.refusal(riskIndicator.importMeasurements, { csv: 'a,b\n1,2' })).code).toBe('appetite.columns')
    const good = `indicator,date,value,note\n${a.reference},2026-01-01,"1,200",年初\n补丁覆盖率,2026/1/1,88.5%,`
    expect(await manager.call(riskIndicator.importMeasurements, { csv: good, dryRun: true })).toMatchObject({ rows: 2, indicators: 2, added: 0, problems: [] })
    expect(await manager.call(riskIndicator.importMeasurements, { csv: good })).toMatchObject({ added: 2, same: 0 })
    expect(await manager.call(riskIndicator.importMeasurements, { csv: good })).toMatchObject({ added: 0, changed: 0, same: 2 })
    expect((await manager.call(riskIndicator.measurements, { id: a.id })).items).toMatchObject([{ at: '2025-12-31T16:00:00.000Z', value: 1200, note: '年初', via: 'import' }])
    expect((await owner.call(riskIndicator.importMeasurements, { csv: good })).problems).toHaveLength(2)
  })
})
