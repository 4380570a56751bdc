import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestWorld } from '@heng/testkit'
import { risks } from '../../contract/index.ts'
import { expireAll } from '../acceptance/expire.ts'
import { approve, newAsset, newRisk, riskWorld, statementsOf, team, type Team } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await riskWorld()
})
afterAll(() => world.close())

const { risk, treatmentMeasure, treatmentPlan, riskAcceptance } = risks

/** A risk of the owner at level `threat`×`vulnerability`, to be reduced. */
const rated = async ({ org, manager, owner }: Team, factors = { threat: 5, vulnerability: 3 }, option: 'reduce' | 'retain' = 'reduce', confidentiality = 3) => {
  const asset = await newAsset(manager, org, { confidentiality })
  const made = await newRisk(manager, { asset: asset.id, owner: owner.personId, option })
  return manager.call(risk.rate, { id: made.id, version: 1, basis: 'current', factors, rationale: 'x' })
}
const measureFor = ({ manager, owner }: Team, id: string, steps: number | null = 2, values: object = {}) =>
  manager.call(treatmentMeasure.create, {
    title: '部署多因素认证', owner: owner.personId, due: '2027-03-31', cost: { minor: 50_000_00, currency: 'CNY' }, effects: [{ risk: id, reductions: [{ target: 'likelihood', steps }] }], ...values,
  })
const planFor = ({ manager }: Team, ids: string[]) => manager.call(treatmentPlan.create, { name: '2026 年处置计划', risks: ids })

describe('measures', () => {
  it('bring down the expected residual, and only once they are part of a new rating the current risk', async () => {
    const t = await team(world)
    const { manager, board } = t
    const r = await rated(t)
    expect(r).toMatchObject({ currentLikelihood: 4, residualLevel: null })
    const m = await measureFor(t, r.id)
    expect(m).toMatchObject({ state: 'planned', progress: 0, risks: [r.id], unit: t.org.rootUnit })
    const lowered = await manager.call(risk.get, { id: r.id })
    expect(lowered).toMatchObject({ residualLikelihood: 2, currentLikelihood: 4 })
    const told = await manager.call(risk.explain, { id: r.id, basis: 'residual' })
    expect(told).toMatchObject({ level: lowered.residualLevel, reductions: [{ reference: m.reference, target: 'likelihood', steps: 2 }] })
    expect(told.steps.some((s) => s.id === 'likelihood-reduction')).toBe(true)

    const done = await manager.call(treatmentMeasure.update, { id: m.id, version: 1, values: { progress: 100 } })
    expect(done).toMatchObject({ state: 'done', doneAt: expect.any(String) })
    expect((await board.refusal(treatmentMeasure.verify, { id: m.id, version: 2, outcome: 'x' })).status).toBe(403)
    const verified = await manager.call(treatmentMeasure.verify, { id: m.id, version: 2, outcome: '抽查 20 个账号均已启用' })
    expect(verified).toMatchObject({ state: 'verified', verifiedBy: manager.personId })
    const now = await manager.call(risk.get, { id: r.id })
    expect(now.residualLikelihood).toBe(2)
    await manager.call(risk.rate, { id: r.id, version: now.version, basis: 'current', factors: { threat: 2, vulnerability: 3 }, rationale: '措施已生效' })
    expect(await manager.call(risk.get, { id: r.id })).toMatchObject({ currentLikelihood: 2, residualLevel: null })
    expect((await manager.call(risk.treatment, { id: r.id })).measures).toMatchObject([{ counted: true }])
  })

  it('are verified by somebody else, never lower what the method does not have, and count unknown effects as unknown', async () => {
    const t = await team(world)
    const r = await rated(t)
    const own = await t.manager.call(treatmentMeasure.create, { title: 'own', owner: t.manager.personId, progress: 100 })
    expect((await t.manager.refusal(treatmentMeasure.verify, { id: own.id, version: 1, outcome: 'x' })).code).toBe('risks.verifyOwn')
    const wrong = await t.manager.refusal(treatmentMeasure.create, { title: 'x', effects: [{ risk: r.id, reductions: [{ target: 'threat', steps: 1 }] }] })
    expect(wrong).toMatchObject({ code: 'risks.unknownTarget' })
    await measureFor(t, r.id)
    await measureFor(t, r.id, null)
    expect((await t.manager.call(risk.get, { id: r.id })).residualLevel).toBeNull()
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(treatmentMeasure.create, { title: 'x', effects: [{ risk: r.id, reductions: [] }] })).status).toBe(422)
  })

  it('take at most twelve statements to write', async () => {
    const t = await team(world)
    const r = await rated(t)
    expect(await statementsOf(t.manager, () => measureFor(t, r.id))).toBeLessThanOrEqual(12)
  })
})

describe('treatment plan', () => {
  it('says what is missing, goes to every risk owner, freezes, and shows drift', async () => {
    const t = await team(world)
    const { manager, owner, org } = t
    const other = await org.actor(['riskOwner'])
    const [a, b] = [await rated(t), await rated({ ...t, owner: other })]
    const p = await planFor(t, [a.id, b.id])
    const gaps = await manager.refusal(treatmentPlan.submit, { id: p.id, version: 1 })
    expect(gaps).toMatchObject({ code: 'risks.planGaps', data: { gaps: [{ code: 'reduceWithoutMeasure' }] } })
    const m = await manager.call(treatmentMeasure.create, {
      title: '统一加固', owner: owner.personId, due: '2027-03-31', cost: { minor: 100, currency: 'CNY' },
      effects: [a, b].map((r) => ({ risk: r.id, reductions: [{ target: 'likelihood', steps: 2 }] })),
    })
    await manager.call(treatmentPlan.submit, { id: p.id, version: 1 })
    expect((await manager.refusal(treatmentPlan.update, { id: p.id, version: 2, values: { name: 'x' } })).code).toBe('risks.planFrozen')
    await approve(owner, 'treatmentPlan', p.id)
    expect((await manager.call(treatmentPlan.get, { id: p.id })).state).toBe('inReview')
    await approve(other, 'treatmentPlan', p.id)
    const approved = await manager.call(treatmentPlan.get, { id: p.id })
    expect(approved).toMatchObject({ state: 'approved', frozenHash: expect.stringMatching(/^[0-9a-f]{64}$/) })

    const before = await manager.call(treatmentPlan.content, { id: p.id })
    expect(before).toMatchObject({ drifted: false, live: { costs: { rows: [{ cost: { currency: 'CNY', minor: 100 } }] } } })
    await manager.call(treatmentMeasure.update, { id: m.id, version: 1, values: { progress: 40 } })
    expect((await manager.call(treatmentPlan.content, { id: p.id })).drifted).toBe(false)
    await manager.call(treatmentMeasure.update, { id: m.id, version: 2, values: { due: '2027-09-30' } })
    const after = await owner.call(treatmentPlan.content, { id: p.id })
    expect(after).toMatchObject({ drifted: true, hash: approved.frozenHash, differences: [{ reference: m.reference, field: 'due' }], frozen: before.frozen })
    expect((await manager.call(treatmentPlan.revise, { id: p.id, version: approved.version })).state).toBe('draft')
    expect((await manager.call(treatmentPlan.content, { id: p.id })).frozen).toEqual(before.frozen)
  })

  it('is not readable from outside, and not submitted by those who only read', async () => {
    const t = await team(world)
    const p = await planFor(t, [(await rated(t)).id])
    expect((await t.board.refusal(treatmentPlan.submit, { id: p.id, version: 1 })).status).toBe(403)
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(treatmentPlan.content, { id: p.id })).status).toBe(404)
    const employee = await t.org.actor()
    expect((await employee.refusal(treatmentPlan.content, { id: p.id })).status).toBe(404)
  })
})

describe('acceptance', () => {
  it('is asked for by an approved plan, decided by the owner, frozen, and ends', async () => {
    const t = await team(world)
    const { manager, owner, org } = t
    const r = await rated(t)
    await measureFor(t, r.id, 3)
    const p = await planFor(t, [r.id])
    await manager.call(treatmentPlan.submit, { id: p.id, version: 1 })
    await approve(owner, 'treatmentPlan', p.id)
    const [asked] = (await owner.call(riskAcceptance.list, {})).items
    expect(asked).toMatchObject({ state: 'requested', risk: r.id, plan: p.id, allowed: ['decide', 'withdraw'] })
    expect((await manager.refusal(riskAcceptance.decide, { id: asked!.id, version: 1, decision: 'accept', reason: 'x' })).status).toBe(403)
    const late = await owner.refusal(riskAcceptance.decide, { id: asked!.id, version: 1, decision: 'accept', reason: 'x', validUntil: '2099-01-01' })
    expect(late.code).toBe('risks.validUntil')
    const accepted = await owner.call(riskAcceptance.decide, { id: asked!.id, version: 1, decision: 'accept', reason: '成本高于收益' })
    expect(accepted).toMatchObject({ state: 'accepted', decidedBy: owner.personId, frozenHash: expect.stringMatching(/^[0-9a-f]{64}$/), frozen: { risk: { reference: r.reference } } })
    expect(await manager.call(risk.get, { id: r.id })).toMatchObject({ acceptance: 'accepted', acceptedUntil: accepted.validUntil })

    await sql`update risk_acceptance set valid_until = current_date - 2 where id = ${asked!.id}`.execute(world.kit.db)
    await expireAll(world.kit)
    expect(await manager.call(riskAcceptance.get, { id: asked!.id })).toMatchObject({ state: 'expired', frozenHash: accepted.frozenHash })
    expect(await manager.call(risk.get, { id: r.id })).toMatchObject({ acceptance: 'expired', acceptedUntil: null })
    const { rows } = await sql`select 1 from outbox where org_id = ${org.id} and type = 'riskAcceptance.expired'`.execute(world.kit.db)
    expect(rows).toHaveLength(1)
    await expireAll(world.kit)
    expect((await sql`select 1 from outbox where org_id = ${org.id} and type = 'riskAcceptance.expired'`.execute(world.kit.db)).rows).toHaveLength(1)
  })

  it('goes up where the criteria ask for a higher word, and nowhere for a level nobody may accept', async () => {
    const t = await team(world)
    const { manager, owner, board } = t
    const high = await rated(t, { threat: 5, vulnerability: 5 }, 'retain')
    expect(high.residualLevel).toBe(4)
    await manager.call(riskAcceptance.request, { risks: [high.id] })
    const [asked] = (await owner.call(riskAcceptance.list, {})).items
    expect(asked).toMatchObject({ authority: 'topManagement', level: 4 })
    const up = await owner.call(riskAcceptance.decide, { id: asked!.id, version: 1, decision: 'accept', reason: 'x' })
    expect(up).toMatchObject({ state: 'escalated' })
    expect((await owner.refusal(riskAcceptance.decide, { id: asked!.id, version: up.version, decision: 'accept', reason: 'x' })).code).toBe('risks.authorityDecides')
    const final = await board.call(riskAcceptance.decide, { id: asked!.id, version: up.version, decision: 'accept', reason: '同意' })
    expect(final).toMatchObject({ state: 'accepted', countersignedBy: board.personId, decidedBy: owner.personId })

    const worst = await rated(t, { threat: 5, vulnerability: 5 }, 'retain', 5)
    expect(worst.residualLevel).toBe(5)
    expect(await manager.call(riskAcceptance.request, { risks: [worst.id] })).toMatchObject({ requested: 0, skipped: [{ code: 'risks.notAcceptable' }] })
  })

  it('is open again when the residual risk rises above what was accepted', async () => {
    const t = await team(world)
    const { manager, owner } = t
    const r = await rated(t, { threat: 2, vulnerability: 2 }, 'retain')
    await manager.call(riskAcceptance.request, { risks: [r.id] })
    const [asked] = (await owner.call(riskAcceptance.list, {})).items
    await owner.call(riskAcceptance.decide, { id: asked!.id, version: 1, decision: 'accept', reason: 'x' })
    const now = await manager.call(risk.get, { id: r.id })
    const risen = await manager.call(risk.rate, { id: r.id, version: now.version, basis: 'current', factors: { threat: 5, vulnerability: 4 }, rationale: '出现攻击工具' })
    expect(risen).toMatchObject({ acceptance: 'reopened', acceptedUntil: null })
    expect(await manager.call(riskAcceptance.get, { id: asked!.id })).toMatchObject({ state: 'reopened' })
  })

  it('is refused when the figure moved between asking and deciding', async () => {
    const t = await team(world)
    const r = await rated(t, { threat: 2, vulnerability: 2 }, 'retain')
    await t.manager.call(riskAcceptance.request, { risks: [r.id] })
    const now = await t.manager.call(risk.get, { id: r.id })
    await t.manager.call(risk.rate, { id: r.id, version: now.version, basis: 'current', factors: { threat: 3, vulnerability: 4 }, rationale: 'x' })
    const [asked] = (await t.owner.call(riskAcceptance.list, {})).items
    expect((await t.owner.refusal(riskAcceptance.decide, { id: asked!.id, version: 1, decision: 'accept', reason: 'x' })).code).toBe('risks.levelMoved')
  })
})
