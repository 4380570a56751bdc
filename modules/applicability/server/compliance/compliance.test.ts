import { controls } from '@heng/controls/contract'
import { frameworks } from '@heng/frameworks/contract'
import { risks } from '@heng/risks/contract'
import { countStatements, createRecords } from '@heng/server-kit'
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

const { compliance, conclusion } = applicability

/** An organisation with Annex A in a draft, the third level of the multi-level protection scheme, and a control behind A.8.5. */
const measured = async () => {
  const draft = await withDraft(world)
  const { manager, id } = draft
  const { id: mlps } = await manager.call(frameworks.framework.install, { catalogue: 'gbt-22239-2019-level3' })
  const lines = await linesOf(manager, id)
  const login = lines.find((l) => l.ref === 'A.8.5')!.requirement!
  const annexA = (await manager.call(frameworks.requirement.get, { id: login })).framework
  const control = await manager.call(controls.control.create, { name: '双因素登录', state: 'implemented', requirements: [login] })
  return { ...draft, mlps, annexA, login, control, lines }
}
const statusOf = ({ manager }: Pick<Draft, 'manager'>, framework: string) => manager.call(compliance.status, { id: framework })
const nodeOf = async (of: Pick<Draft, 'manager'>, framework: string, id: string) => (await statusOf(of, framework)).nodes.find((n) => n.id === id)!

describe('how the requirements of a framework stand', () => {
  it('is not assessed until tests say so, then follows the controls directly and over one step of the mapping', async () => {
    const all = await measured()
    const { org, annexA, mlps, login, control } = all
    expect((await statusOf(all, annexA)).proposed).toEqual({ met: 0, partly: 0, notMet: 0, notApplicable: 0, none: 123 })
    await tested(org, control.id, 95)
    const own = await statusOf(all, annexA)
    expect(own).toMatchObject({ proposed: { met: 1, none: 122 }, concluded: { none: 123 }, moved: 0, mayConclude: true, rule: { id: 'requirement-status' } })
    expect(own.nodes.find((n) => n.id === login)!.proposal).toMatchObject({ status: 'met', by: 'controls', controls: [control.id], mapped: [] })
    expect(own.controls).toMatchObject([{ id: control.id, percent: 95, class: 'effective' }])
    const other = await statusOf(all, mlps)
    const carried = other.nodes.filter((n) => n.proposal?.by === 'mapping')
    expect(carried.length).toBeGreaterThan(0)
    for (const { proposal } of carried) {
      const full = proposal!.mapped.some((m) => m.relationship === 'equal' || m.relationship === 'subset')
      expect(proposal).toMatchObject({ status: full ? 'met' : 'partly', mapped: [{ requirement: login, direct: 'met' }] })
      expect(other.others.map((o) => o.id)).toContain(login)
    }
    expect(other.nodes.filter((n) => !n.assessable).every((n) => n.proposal === null)).toBe(true)
  })

  it('is not applicable where the statement in force leaves a requirement out, not while it is a draft', async () => {
    const all = await measured()
    const { manager, org, id, annexA, lines } = all
    await decideAll(manager, id)
    const line = lines.find((l) => l.ref === 'A.7.2')!
    await manager.call(applicability.soaLine.update, { id: line.id, version: 2, values: { applicable: 'no', justification: '没有对外开放的场所' } })
    expect((await nodeOf(all, annexA, line.requirement!)).proposal!.status).toBeNull()
    await decideBy(all)
    await org.settle()
    expect((await nodeOf(all, annexA, line.requirement!)).proposal).toMatchObject({ status: 'notApplicable', by: 'statement', line: line.id })
  })

  it('takes eight statements at most, for a catalogue of a thousand lines with controls and mappings too', async () => {
    const all = await measured()
    const { manager, org, login } = all
    const id = await org.asSystem(async (ctx) => {
      const of = (noun: string) => ctx.kit.registers.get(noun)!
      const [framework] = await createRecords(ctx, of('framework'), [{ nameEn: 'Large', kind: 'oscal', state: 'current', licence: 'verbatim', overlayAllowed: false, key: 'large', contentHash: 'large' }])
      const made = await createRecords(ctx, of('requirement'), Array.from({ length: 1_189 }, (_, i) => ({
        framework: framework!.id, ref: `L-${i}`, position: i, titleEn: `Requirement ${i}`, kind: 'control', assessable: true, withdrawn: false, attributes: {},
      })))
      await createRecords(ctx, of('control'), Array.from({ length: 200 }, (_, i) => ({ name: `Control ${i}`, state: 'implemented', requirements: made.slice(i * 3, i * 3 + 3).map((r) => r.id) })))
      await createRecords(ctx, of('mapping'), made.slice(700).map((r) => ({ source: r.id, target: login, relationship: 'superset' })))
      return framework!.id
    })
    await tested(org, all.control.id, 95)
    const idle = (await countStatements(() => manager.call(risks.riskKnowledge.get, {}))).statements
    const { value, statements } = await countStatements(() => statusOf(all, id))
    expect(statements - idle).toBeLessThanOrEqual(8)
    expect(value).toMatchObject({ proposed: { partly: 489, none: 700 }, others: [{ id: login }] })
    expect(value.controls).toHaveLength(201)
  })

  it('is for readers of the statement, of their own organisation', async () => {
    const all = await measured()
    const auditor = await all.org.actor(['externalAuditor'])
    const seen = await auditor.call(compliance.status, { id: all.annexA })
    expect(seen.mayConclude).toBe(false)
    const items = [{ requirement: all.login, status: 'met' as const, version: null }]
    expect((await auditor.refusal(conclusion.conclude, { items, reason: '已查验' })).status).toBe(403)
    expect((await (await all.org.actor(['controlOwner'])).refusal(compliance.status, { id: all.annexA })).status).toBe(403)
    const other = await withDraft(world)
    expect((await other.manager.refusal(compliance.status, { id: all.annexA })).status).toBe(404)
    expect((await other.manager.refusal(conclusion.conclude, { items, reason: '已查验' })).status).toBe(404)
  })
})

describe('concluding on requirements', () => {
  it('takes over what evidence proposes, keeps what it rested on, and marks it once the evidence has moved', async () => {
    const all = await measured()
    const { manager, org, annexA, login, control } = all
    await tested(org, control.id, 95)
    expect(await manager.call(conclusion.conclude, { items: [{ requirement: login, status: 'met', version: null }] })).toEqual({ created: 1, changed: 0, unchanged: 0 })
    const concluded = (await nodeOf(all, annexA, login)).conclusion!
    expect(concluded).toMatchObject({ status: 'met', proposed: 'met', moved: false, decidedBy: '李敏', reason: null })
    const record = await manager.call(conclusion.get, { id: concluded.id })
    expect(record).toMatchObject({ reference: 'CF-0001', basis: `${control.reference} 双因素登录: 95 % (effective)`, controls: [control.id], decidedBy: manager.personId, allowed: ['archive'] })
    await tested(org, control.id, 95, true, 'time')
    expect((await nodeOf(all, annexA, login)).conclusion).toMatchObject({ moved: false, version: 1 })
    await tested(org, control.id, 45)
    expect((await nodeOf(all, annexA, login)).conclusion).toMatchObject({ status: 'met', proposed: 'met', moved: true, version: 2 })
    expect((await statusOf(all, annexA)).moved).toBe(1)
    const marked = await manager.call(conclusion.list, { filter: { moved: ['true'] } } as never)
    expect(marked.items).toMatchObject([{ id: concluded.id, proposedNow: 'partly', moved: true }])
    const { rows } = await org.asSystem((ctx) => sql<{ action: string; reason: string }>`select action, reason from history where org_id = ${ctx.org.id} and record_id = ${concluded.id} order by seq desc limit 1`.execute(ctx.tx))
    expect(rows).toEqual([{ action: 'proposalMoved', reason: `${control.reference} 双因素登录: test result` }])
    expect(await manager.call(conclusion.conclude, { items: [{ requirement: login, status: 'partly', version: 2 }] })).toEqual({ created: 0, changed: 1, unchanged: 0 })
    expect((await nodeOf(all, annexA, login)).conclusion).toMatchObject({ status: 'partly', proposed: 'partly', moved: false, version: 3 })
    expect(await manager.call(conclusion.conclude, { items: [{ requirement: login, status: 'partly', version: 3 }] })).toEqual({ created: 0, changed: 0, unchanged: 1 })
  })

  it('asks for a reason against the evidence and where there is none, and never overwrites what somebody else concluded', async () => {
    const all = await measured()
    const { manager, org, annexA, login, control } = all
    const item = { requirement: login, status: 'met' as const, version: null }
    const silent = await manager.refusal(conclusion.conclude, { items: [item] })
    expect(silent).toMatchObject({ code: 'conclusion.reason', fields: [{ path: 'reason' }], data: { requirements: [login] } })
    await manager.call(conclusion.conclude, { items: [item], reason: '外部评审报告 2026-07' })
    expect((await nodeOf(all, annexA, login)).conclusion).toMatchObject({ status: 'met', proposed: null, reason: '外部评审报告 2026-07' })
    expect((await manager.refusal(conclusion.conclude, { items: [item], reason: '再来一次' })).code).toBe('versionConflict')
    await tested(org, control.id, 95)
    expect((await nodeOf(all, annexA, login)).conclusion!.moved).toBe(false)
    const heading = (await statusOf(all, annexA)).nodes.find((n) => !n.assessable)!
    expect((await manager.refusal(conclusion.conclude, { items: [{ requirement: heading.id, status: 'met', version: null }], reason: 'x' })).code).toBe('conclusion.heading')
    expect((await manager.refusal(conclusion.conclude, { items: [{ ...item, version: 1 }, { ...item, version: 1 }], reason: 'x' })).fields).toMatchObject([{ path: 'items' }])
  })

  it('concludes on a whole framework at once in as many statements as on one line, and lets one be withdrawn', async () => {
    const all = await measured()
    const { manager, org, annexA, mlps, control } = all
    await tested(org, control.id, 95)
    const nodes = (await statusOf(all, mlps)).nodes.filter((n) => n.assessable)
    const idle = (await countStatements(() => manager.call(risks.riskKnowledge.get, {}))).statements
    const items = nodes.map((n) => ({ requirement: n.id, status: n.proposal!.status ?? ('notMet' as const), version: null }))
    const { value, statements } = await countStatements(() => manager.call(conclusion.conclude, { items, reason: '首次判定' }))
    expect(value.created).toBe(nodes.length)
    expect(statements - idle).toBeLessThanOrEqual(12)
    const after = await statusOf(all, mlps)
    expect(after.concluded.none).toBe(0)
    const one = after.nodes.find((n) => n.conclusion !== null)!
    await manager.call(conclusion.archive, { id: one.conclusion!.id, version: one.conclusion!.version })
    expect((await nodeOf(all, mlps, one.id)).conclusion).toBeNull()
    await manager.call(conclusion.conclude, { items: [{ requirement: one.id, status: 'met', version: null }], reason: '重新判定' })
    expect((await nodeOf(all, mlps, one.id)).conclusion).toMatchObject({ version: 1, status: 'met' })
    // Two conclusions never stand for one requirement.
    expect((await manager.refusal(conclusion.restore, { id: one.conclusion!.id, version: one.conclusion!.version + 1 })).status).toBe(409)
    expect((await statusOf(all, annexA)).concluded.none).toBe(123)
  })

  it('tells what evidence says now of a conclusion that was withdrawn and comes back', async () => {
    const all = await measured()
    const { manager, org, annexA, login, control } = all
    await tested(org, control.id, 95)
    await manager.call(conclusion.conclude, { items: [{ requirement: login, status: 'met', version: null }] })
    const { id } = (await nodeOf(all, annexA, login)).conclusion!
    await manager.call(conclusion.archive, { id, version: 1 })
    await tested(org, control.id, 10)
    expect(await manager.call(conclusion.get, { id })).toMatchObject({ moved: false, allowed: ['restore'] })
    await manager.call(conclusion.restore, { id, version: 2 })
    await org.settle()
    expect((await nodeOf(all, annexA, login)).conclusion).toMatchObject({ status: 'met', moved: true })
  })

  it('follows a control that is unlinked, and conclusions over the mapping too', async () => {
    const all = await measured()
    const { manager, org, annexA, mlps, login, control } = all
    await tested(org, control.id, 95)
    const carried = (await statusOf(all, mlps)).nodes.find((n) => n.proposal?.by === 'mapping')!
    await manager.call(conclusion.conclude, { items: [{ requirement: login, status: 'met', version: null }, { requirement: carried.id, status: carried.proposal!.status!, version: null }] })
    const { version } = await manager.call(controls.control.get, { id: control.id })
    await manager.call(controls.control.update, { id: control.id, version, values: { requirements: [] } })
    await org.settle()
    expect((await nodeOf(all, annexA, login)).conclusion).toMatchObject({ status: 'met', moved: true })
    expect((await nodeOf(all, mlps, carried.id)).conclusion).toMatchObject({ moved: true })
  })
})
