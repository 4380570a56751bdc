import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestWorld } from '@heng/testkit'
import { risks } from '../../contract/index.ts'
import { newAsset, newRisk, riskWorld, statementsOf, team } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await riskWorld()
})
afterAll(() => world.close())

const { risk, riskAssessment } = risks

describe('assessment round', () => {
  it('keeps the register as it stood and compares with the round before', async () => {
    const { org, manager } = await team(world)
    const asset = await newAsset(manager, org)
    const [a, b, same] = [await newRisk(manager, { title: 'a', asset: asset.id }), await newRisk(manager, { title: 'b', asset: asset.id }), await newRisk(manager, { title: 'same', asset: asset.id })]
    const rate = (id: string, version: number, vulnerability: number) => manager.call(risk.rate, { id, version, basis: 'current', factors: { threat: 5, vulnerability }, rationale: 'x' })
    await rate(a.id, 1, 5)
    await rate(same.id, 1, 5)
    const first = await manager.call(riskAssessment.create, { name: '2025 年度评估', periodStart: '2025-01-01', periodEnd: '2025-12-31' })
    expect((await manager.refusal(riskAssessment.conclude, { id: first.id, version: 1, conclusion: 'x' })).code).toBe('risks.assessmentState')
    await manager.call(riskAssessment.start, { id: first.id, version: 1 })
    expect(await manager.call(riskAssessment.result, { id: first.id })).toMatchObject({ total: 3, assessed: 2, previous: null })
    expect(await manager.call(riskAssessment.conclude, { id: first.id, version: 2, conclusion: '三项风险' })).toMatchObject({ state: 'concluded', riskCount: 3 })

    await rate(a.id, 2, 1)
    await rate(b.id, 1, 2)
    const c = await newRisk(manager, { title: 'c', asset: asset.id })
    const kept = await manager.call(riskAssessment.result, { id: first.id })
    expect(kept).toMatchObject({ total: 3, byLevel: { '4': 2, '-': 1 }, items: [{ id: a.id, currentLevel: 4 }, { id: same.id, currentLevel: 4 }, { id: b.id, currentLevel: null }] })

    const second = await manager.call(riskAssessment.create, { name: '2026 年度评估' })
    await manager.call(riskAssessment.start, { id: second.id, version: 1 })
    const now = await manager.call(riskAssessment.result, { id: second.id })
    expect(now).toMatchObject({ previous: { id: first.id }, total: 4, changes: { added: 1, raised: 0, lowered: 1, rated: 1, closed: 0 } })
    // What changed comes first, then what is new, then what is gone; what stayed as it was comes last, however high.
    expect(now.items.map(({ id, change }) => [id, change])).toEqual([[b.id, 'changed'], [a.id, 'changed'], [c.id, 'new'], [same.id, 'same']])
    await manager.call(risk.close, { id: b.id, version: 2, reason: '系统已下线' })
    await manager.call(risk.update, { id: a.id, version: 3, values: { title: 'renamed since' } })
    await manager.call(risk.merge, { id: a.id, version: 4, into: same.id, reason: '重复' })
    const later = await manager.call(riskAssessment.result, { id: second.id })
    expect(later).toMatchObject({ total: 2, changes: { closed: 2 } })
    expect(later.items).toMatchObject([
      { id: c.id, change: 'new' },
      { id: a.id, change: 'gone', status: 'merged', title: 'a', currentLevel: null, previousLevel: 4 },
      { id: b.id, change: 'gone', status: 'closed', previousLevel: null }, { id: same.id, change: 'same' },
    ])
    expect(await statementsOf(manager, () => manager.call(riskAssessment.result, { id: second.id }))).toBeLessThanOrEqual(12)
    expect((await manager.refusal(riskAssessment.update, { id: first.id, version: 3, values: { name: 'x' } })).code).toBe('risks.assessmentEnded')
    const denied = await org.asSystem((ctx) => sql`update risk_snapshot set title_en = 'x'`.execute(ctx.tx)).catch((error: Error) => error.message)
    expect(denied).toMatch(/permission denied/)
  })

  it('covers the units named with those below, and is refused to others', async () => {
    const { org, manager, board } = await team(world)
    await newRisk(manager, { asset: (await newAsset(manager, org)).id })
    await newRisk(manager, { title: 'elsewhere' })
    const round = await manager.call(riskAssessment.create, { name: 'x', units: [org.rootUnit] })
    expect(await manager.call(riskAssessment.result, { id: round.id })).toMatchObject({ total: 1 })
    expect((await board.refusal(riskAssessment.start, { id: round.id, version: 1 })).status).toBe(403)
    expect((await manager.refusal(riskAssessment.create, { name: 'y', periodStart: '2026-02-01', periodEnd: '2026-01-01' })).code).toBe('risks.period')
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(riskAssessment.result, { id: round.id })).status).toBe(404)
  })
})
