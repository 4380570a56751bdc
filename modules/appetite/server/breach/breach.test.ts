import { risks } from '@heng/risks/contract'
import { work } from '@heng/work/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, TestWorld } from '@heng/testkit'
import { appetite } from '../../contract/index.ts'
import { appetiteWorld, decide, inForce, line, newAsset, newRisk, rate, team, type Team } from '../testing/world.ts'
import { daily } from '../work/daily.ts'

let world: TestWorld
beforeAll(async () => {
  world = await appetiteWorld()
})
afterAll(() => world.close())
const { toleranceBreach } = appetite

/** A risk of level 5 beyond a tolerance of 3, with its open breach. */
const beyond = async () => {
  const all = await team(world)
  const { org, manager, owner } = all
  const asset = await newAsset(manager, org)
  const risk = await newRisk(manager, { asset: asset.id, owner: owner.personId })
  await rate(manager, risk.id, 5, 5)
  await inForce(world, all, [line()])
  const { items } = await owner.call(toleranceBreach.list, {})
  return { ...all, risk: risk.id, breach: items[0]! }
}
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
const now = (who: Actor, id: string) => who.call(toleranceBreach.get, { id })
const waiting = async (who: Actor) => (await who.call(work.work.list, { kind: 'toleranceBreach.answer' })).items.length
const measureFor = (who: Actor, risk: string, due: string | null) =>
  who.call(risks.treatmentMeasure.create, { title: '部署数据防泄漏', due, effects: [{ risk, reductions: [] }] } as never)

describe('answering a breach', () => {
  it('by a treatment measure, until it is late, cancelled, or verified and too weak', async () => {
    const { org, manager, owner, risk, breach } = await beyond()
    const undated = await measureFor(manager, risk, null)
    expect((await owner.refusal(toleranceBreach.treat, { id: breach.id, version: breach.version, measure: undated.id })).code).toBe('appetite.measureWithoutDay')
    const measure = await measureFor(manager, risk, day(30))
    expect((await owner.call(toleranceBreach.measures, { id: breach.id })).items.map((m) => m.id)).toEqual([measure.id, undated.id])
    const elsewhere = await measureFor(manager, (await newRisk(manager)).id, day(30))
    expect((await owner.refusal(toleranceBreach.treat, { id: breach.id, version: breach.version, measure: elsewhere.id })).code).toBe('appetite.measureElsewhere')
    const answered = await owner.call(toleranceBreach.treat, { id: breach.id, version: breach.version, measure: measure.id, reason: '按计划部署' })
    expect(answered).toMatchObject({ state: 'answered', answer: 'treatment', measure: measure.id, answeredBy: owner.personId })
    await org.settle()
    expect(await waiting(owner)).toBe(0)
    await sql`update treatment_measure set due = ${day(-1)} where id = ${measure.id}`.execute(world.kit.db)
    await org.asSystem(daily)
    await org.settle()
    expect(await now(owner, breach.id)).toMatchObject({ state: 'open', answer: null, reopenedBecause: 'measureLate' })
    expect(await waiting(owner)).toBe(1)
  })

  it('reopens when the measure is cancelled', async () => {
    const { org, manager, owner, risk, breach } = await beyond()
    const measure = await measureFor(manager, risk, day(30))
    await owner.call(toleranceBreach.treat, { id: breach.id, version: breach.version, measure: measure.id })
    await org.settle()
    const { version } = await manager.call(risks.treatmentMeasure.get, { id: measure.id })
    await manager.call(risks.treatmentMeasure.cancel, { id: measure.id, version, reason: '预算取消' })
    await org.settle()
    expect(await now(owner, breach.id)).toMatchObject({ state: 'open', reopenedBecause: 'measureCancelled' })
  })

  it('by an exception that top management grants until a day, and that ends', async () => {
    const { org, manager, owner, board, breach } = await beyond()
    const ask = (until: string) => ({ id: breach.id, version: breach.version, until, reason: '新系统三个月后上线' })
    expect((await owner.refusal(toleranceBreach.requestException, ask(day(400)))).code).toBe('appetite.exceptionUntil')
    expect((await owner.refusal(toleranceBreach.requestException, ask(day(-2)))).code).toBe('appetite.exceptionUntil')
    const asked = await owner.call(toleranceBreach.requestException, ask(day(60)))
    expect(asked).toMatchObject({ state: 'open', exceptionAsked: true })
    expect((await manager.refusal(toleranceBreach.requestException, { ...ask(day(60)), version: asked.version })).code).toBe('appetite.exceptionAsked')
    await decide(board, 'toleranceBreach', breach.id)
    await org.settle()
    expect(await now(owner, breach.id)).toMatchObject({ state: 'answered', answer: 'exception', exceptionUntil: day(60), exceptionLevel: 5, answeredBy: board.personId })
    expect(await waiting(owner)).toBe(0)
    await sql`update tolerance_breach set exception_until = ${day(-1)} where id = ${breach.id}`.execute(world.kit.db)
    await org.asSystem(daily)
    await org.settle()
    expect(await now(owner, breach.id)).toMatchObject({ state: 'open', reopenedBecause: 'exceptionEnded', exceptionUntil: null })
    expect(await waiting(owner)).toBe(1)
  })

  it('stays open when the exception is not granted', async () => {
    const { owner, board, breach } = await beyond()
    await owner.call(toleranceBreach.requestException, { id: breach.id, version: breach.version, until: day(60), reason: 'x' })
    await decide(board, 'toleranceBreach', breach.id, 'reject')
    expect(await now(owner, breach.id)).toMatchObject({ state: 'open', exceptionAsked: false, exceptionUntil: null })
  })

  it('is refused to others, of the organisation and outside of it', async () => {
    const { org, board, breach } = await beyond()
    const ask = { id: breach.id, version: breach.version, until: day(10), reason: 'x' }
    expect((await board.refusal(toleranceBreach.requestException, ask)).status).toBe(403)
    expect((await (await org.actor(['riskOwner'])).refusal(toleranceBreach.requestException, ask)).status).toBe(404)
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(toleranceBreach.requestException, ask)).status).toBe(404)
    expect((await stranger.refusal(toleranceBreach.measures, { id: breach.id })).status).toBe(404)
  })

  it('goes to the new owner with the risk, and an unknown level is no proof that it is back', async () => {
    const { org, manager, owner, risk, breach } = await beyond()
    const next = await org.actor(['riskOwner'])
    const current = await manager.call(risks.risk.get, { id: risk })
    await manager.call(risks.risk.update, { id: risk, version: current.version, values: { owner: next.personId } })
    await org.settle()
    expect([await waiting(owner), await waiting(next)]).toEqual([0, 1])
    const { version } = await manager.call(risks.risk.get, { id: risk })
    await manager.call(risks.risk.rate, { id: risk, version, basis: 'current', factors: { threat: 5, vulnerability: null }, rationale: '需要重新核查' })
    await org.settle()
    expect(await now(next, breach.id)).toMatchObject({ state: 'open' })
    expect((await manager.call(appetite.riskAppetite.standing, {})).overall).toMatchObject({ breach: 0, notAssessed: 1 })
  })
})

const accepted = async ({ manager, owner, board, org }: Team, risk: string) => {
  await manager.call(risks.riskAcceptance.request, { risks: [risk] })
  await org.settle()
  const [asked] = (await owner.call(risks.riskAcceptance.list, { filter: { risk } })).items
  const first = await owner.call(risks.riskAcceptance.decide, { id: asked!.id, version: asked!.version, decision: 'accept', reason: '业务需要' })
  if (first.state === 'escalated') await board.call(risks.riskAcceptance.decide, { id: asked!.id, version: first.version, decision: 'accept', reason: '同意' })
  return asked!.id
}

describe('an acceptance', () => {
  it('answers the breach by itself and leaves it open again when it is withdrawn', async () => {
    const all = await team(world)
    const { org, manager, owner } = all
    const asset = await newAsset(manager, org, { confidentiality: 3, integrity: 3, availability: 3 })
    const risk = await newRisk(manager, { asset: asset.id, owner: owner.personId, option: 'retain' })
    const rated = await rate(manager, risk.id, 3, 3)
    await inForce(world, all, [line({ level: { appetite: 1, tolerance: rated.currentLevel! - 1 } })])
    const [breach] = (await owner.call(toleranceBreach.list, {})).items
    expect(breach).toMatchObject({ state: 'open', risk: risk.id })
    const acceptance = await accepted(all, risk.id)
    await org.settle()
    expect(await now(owner, breach!.id)).toMatchObject({ state: 'answered', answer: 'acceptance', acceptance })
    const { version } = await manager.call(risks.riskAcceptance.get, { id: acceptance })
    await manager.call(risks.riskAcceptance.withdraw, { id: acceptance, version, reason: '情况有变' })
    await org.settle()
    expect(await now(owner, breach!.id)).toMatchObject({ state: 'open', reopenedBecause: 'acceptanceEnded', acceptance: null })
  })
})
