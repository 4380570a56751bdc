import { controls } from '@heng/controls/contract'
import { risks } from '@heng/risks/contract'
import { countStatements } from '@heng/server-kit'
import type { TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicability } from '../../contract/index.ts'
import { decideAll, decideBy, linesOf, soaWorld, tested, withDraft, type Draft } from '../test-world.fixture.ts'

let world: TestWorld
beforeAll(async () => {
  world = await soaWorld()
})
afterAll(() => world.close())

const { soa, soaLine } = applicability

/** Two controls behind A.8.5 and one behind A.8.13, all running; every line decided. */
const controlled = async () => {
  const draft = await withDraft(world)
  const { manager, id } = draft
  const lines = await linesOf(manager, id)
  const line = (ref: string) => lines.find((l) => l.ref === ref)!
  const make = (name: string, ref: string) => manager.call(controls.control.create, { name, state: 'implemented', requirements: [line(ref).requirement!] })
  const [login, token, backup] = [await make('双因素登录', 'A.8.5'), await make('令牌管理', 'A.8.5'), await make('异地备份', 'A.8.13')]
  await decideAll(manager, id)
  return { ...draft, login, token, backup }
}
const driftOf = ({ manager, id }: Pick<Draft, 'manager' | 'id'>) => manager.call(soa.drift, { id })
const work = async ({ org, id }: Pick<Draft, 'org' | 'id'>) =>
  (await org.asSystem((ctx) => sql<{ state: string; title: string; instructions: string; role: string }>`select state, title, instructions, role from work_item
    where org_id = ${ctx.org.id} and kind = 'soa.drift' and subject_id = ${id} order by id`.execute(ctx.tx))).rows

describe('where the statement and the evidence part', () => {
  it('says nothing of what nobody tested, and tells the reason down to each control once tests contradict', async () => {
    const all = await controlled()
    const { org, manager, login, token, backup } = all
    const before = await driftOf(all)
    expect(before).toMatchObject({ lines: [], counts: { applicable: 93, agreeing: 0, less: 0, more: 0, notAssessed: 93, stale: 0 }, rule: { id: 'control-evidence', effective: 80, partly: 40 } })
    expect(before.notAssessed.filter((l) => l.why === 'untested').map((l) => l.ref)).toEqual(['A.8.5', 'A.8.13'])
    await tested(org, login.id, 45)
    await tested(org, token.id, 90, true)
    await tested(org, backup.id, 85)
    const { lines, counts, stale } = await driftOf(all)
    expect(counts).toEqual({ applicable: 93, agreeing: 1, less: 1, more: 0, notAssessed: 91, stale: 1 })
    expect(stale.map((l) => l.ref)).toEqual(['A.8.5'])
    expect(lines).toMatchObject([{
      ref: 'A.8.5', stated: 'implemented', supported: 'partly', drift: 'less', why: 'tests', untested: 0, stale: true,
      controls: [{ reference: login.reference, percent: 45, class: 'partly', stale: false }, { reference: token.reference, percent: 90, class: 'effective', stale: true }],
    }])
    expect(Date.parse(lines[0]!.since!)).toBeGreaterThan(Date.now() - 60_000)
    expect((await linesOf(manager, all.id)).find((l) => l.ref === 'A.8.5')!.evidence).toMatchObject({ supported: 'partly', drift: 'less' })
  })

  it('names the risks behind a line whose rating the same evidence contradicts', async () => {
    const all = await controlled()
    const { org, manager, login } = all
    const risk = await manager.call(risks.risk.create, { title: '口令泄露', existingControls: [login.id] } as never)
    await manager.call(risks.risk.create, { title: '与此无关' } as never)
    await tested(org, login.id, 20)
    expect((await driftOf(all)).lines).toMatchObject([{ ref: 'A.8.5', contradicted: { count: 0, risks: [] } }])
    await org.asSystem((ctx) => sql`update risk set support = 'unsupported' where org_id = ${ctx.org.id}`.execute(ctx.tx))
    expect((await driftOf(all)).lines[0]!.contradicted).toEqual({ count: 1, risks: [{ id: risk.id, reference: risk.reference, title: '口令泄露' }] })
  })

  it('takes six statements at most, whatever the number of lines', async () => {
    const all = await controlled()
    await tested(all.org, all.login.id, 20)
    const idle = (await countStatements(() => all.manager.call(risks.riskKnowledge.get, {}))).statements
    expect((await countStatements(() => driftOf(all))).statements - idle).toBeLessThanOrEqual(6)
    await decideBy(all)
    expect((await countStatements(() => driftOf(all))).statements - idle).toBeLessThanOrEqual(6)
  })

  it('is for readers of the statement, of their own organisation', async () => {
    const all = await controlled()
    const reader = await all.org.actor(['internalAuditor'])
    expect((await reader.call(soa.drift, { id: all.id })).counts.applicable).toBe(93)
    expect((await reader.refusal(soa.conclude, { id: all.id, lines: [all.id] })).status).toBe(403)
    const nobody = await all.org.actor(['employee'])
    expect((await nobody.refusal(soa.drift, { id: all.id })).status).toBe(403)
    const other = await withDraft(world)
    expect((await other.manager.refusal(soa.drift, { id: all.id })).status).toBe(404)
    expect((await other.manager.refusal(soa.conclude, { id: all.id, lines: [all.id] })).status).toBe(404)
  })
})

describe('concluding', () => {
  it('states what tests support with the controls as reason, or follows the controls again where they say the same', async () => {
    const all = await controlled()
    const { org, manager, id, login, token, backup } = all
    await tested(org, login.id, 45)
    await tested(org, backup.id, 95)
    const at = async (ref: string) => (await linesOf(manager, id)).find((l) => l.ref === ref)!
    const backupLine = await at('A.8.13')
    await manager.call(soaLine.update, { id: backupLine.id, version: backupLine.version, values: { implementationOverride: 'partly', overrideReason: '尚未覆盖全部系统' } })
    const before = await at('A.8.5')
    const others = (await linesOf(manager, id)).slice(0, 3).map((l) => l.id)
    expect(await manager.call(soa.conclude, { id, lines: [before.id, backupLine.id, ...others] })).toEqual({ changed: 2 })
    const after = await at('A.8.5')
    expect(after).toMatchObject({ implementation: 'partly', overridden: true, derivedImplementation: 'implemented', evidence: { drift: null } })
    expect(after.overrideReason).toBe(`As the tests of the controls show: ${login.reference} 双因素登录: 45 % (partly effective); ${token.reference} 令牌管理: not tested.`)
    expect(await at('A.8.13')).toMatchObject({ implementation: 'implemented', overridden: false, overrideReason: null })
    expect(await manager.call(soa.conclude, { id, lines: [before.id] })).toEqual({ changed: 0 })
  })

  it('keeps a reason that a person gives, and refuses a version that was submitted', async () => {
    const all = await controlled()
    const { org, manager, id, login } = all
    await tested(org, login.id, 10)
    await tested(org, all.token.id, 10)
    const line = (await linesOf(manager, id)).find((l) => l.ref === 'A.8.5')!
    await manager.call(soa.conclude, { id, lines: [line.id], reason: '令牌服务器停用，整改中' })
    expect((await linesOf(manager, id)).find((l) => l.ref === 'A.8.5')).toMatchObject({ implementation: 'notWorking', overrideReason: '令牌服务器停用，整改中' })
    await decideBy(all)
    expect((await manager.refusal(soa.conclude, { id, lines: [line.id] })).code).toBe('soa.frozen')
  })
})

describe('the version in force', () => {
  it('never changes; one piece of work says what moved and why, and is over when nothing drifts any more', async () => {
    const all = await controlled()
    const { org, manager, id, login, token } = all
    await decideBy(all)
    await org.settle()
    const frozen = await manager.call(soa.get, { id })
    expect(await work(all)).toEqual([])
    await tested(org, token.id, 90)
    expect(await work(all)).toEqual([])
    await tested(org, login.id, 45)
    const [asked, ...more] = await work(all)
    expect(more).toEqual([])
    expect(asked).toMatchObject({ state: 'open', role: 'ismsManager' })
    expect(asked!.title).toBe(`Statement of applicability v1 no longer says what controls show, A.8.5 (${login.reference} 双因素登录: test result)`)
    expect(asked!.instructions).toContain(`A.8.5: stated “Implemented”, evidence supports “Partly implemented”. ${login.reference} 双因素登录: 45 % (partly effective)`)
    await tested(org, all.backup.id, 20)
    expect(await work(all)).toHaveLength(1)
    expect((await work(all))[0]!.title).toContain('A.8.13')
    await tested(org, login.id, 90)
    expect((await work(all)).map((w) => w.state)).toEqual(['open'])
    await tested(org, all.backup.id, 90)
    expect((await work(all)).map((w) => w.state)).toEqual(['done'])
    expect((await driftOf(all)).counts).toMatchObject({ less: 0, more: 0, agreeing: 2 })
    expect(await manager.call(soa.get, { id })).toEqual(frozen)
  })

  it('drifts no more once the control that failed answers the line no longer', async () => {
    const all = await controlled()
    const { org, manager, login, token } = all
    await decideBy(all)
    await tested(org, token.id, 90)
    await tested(org, login.id, 20)
    expect((await work(all)).map((w) => w.state)).toEqual(['open'])
    const { version } = await manager.call(controls.control.get, { id: login.id })
    await manager.call(controls.control.update, { id: login.id, version, values: { requirements: [] } })
    await org.settle()
    expect((await work(all)).map((w) => w.state)).toEqual(['done'])
  })

  it('drifts by the state of a control too, and hands over to the next version', async () => {
    const all = await controlled()
    const { org, manager, top, id, login, token } = all
    await tested(org, token.id, 90)
    await decideBy(all)
    await org.settle()
    await manager.call(controls.control.update, { id: login.id, version: 1, values: { state: 'notWorking' } })
    await org.settle()
    expect(await work(all)).toMatchObject([{ state: 'open' }])
    expect((await work(all))[0]!.title).toContain('change of state')
    const next = await manager.call(soa.newVersion, {})
    const line = (await linesOf(manager, next.id)).find((l) => l.ref === 'A.8.5')!
    // The states of its controls say so themselves: nothing is left to conclude.
    expect(line).toMatchObject({ implementation: 'partly', evidence: { supported: 'partly', drift: null } })
    await decideBy({ org, manager, top, id: next.id })
    await org.settle()
    expect((await work({ org, id })).map((w) => w.state)).toEqual(['done'])
    expect(await work({ org, id: next.id })).toEqual([])
  })
})
