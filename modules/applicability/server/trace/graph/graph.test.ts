import { controls } from '@heng/controls/contract'
import { frameworks } from '@heng/frameworks/contract'
import { lossSources } from '@heng/risks/reads'
import { risks } from '@heng/risks/contract'
import { countStatements, createRecords } from '@heng/server-kit'
import { createWorld, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicability } from '../../../contract/index.ts'
import { decideAll, decideBy, linesOf, soaRooms, tested, withDraft } from '../../test-world.fixture.ts'

// Stands for the room that puts risks in money.
const money = { name: 'test-money', extensions: [lossSources.with({
  losses: async () => new Map(), told: async (_ctx, ids) => ids.map((risk) => ({ risk, inherent: null, current: { minor: 120_000_00, currency: 'CNY' }, valueAtRisk: null, outdated: false, at: null })),
})] }

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([...soaRooms, money])
})
afterAll(() => world.close())

const { trace } = applicability

/** A control that answers A.8.5, a risk that rests on it and says what it takes off, and the multi-level protection scheme beside Annex A. */
const chained = async () => {
  const draft = await withDraft(world)
  const { manager, id, org } = draft
  await manager.call(frameworks.framework.install, { catalogue: 'gbt-22239-2019-level3' })
  const line = (await linesOf(manager, id)).find((l) => l.ref === 'A.8.5')!
  const control = await manager.call(controls.control.create, { name: '双因素登录', state: 'implemented', requirements: [line.requirement!] })
  const risk = await manager.call(risks.risk.create, { title: '口令泄露', existingControls: [control.id] } as never)
  await manager.call(risks.risk.update, { id: risk.id, version: risk.version, values: { controlEffects: [{ control: control.id, reductions: [{ target: 'likelihood', steps: 2 }], frequency: 60, magnitude: null }] } })
  await decideAll(manager, id)
  await tested(org, control.id, 55, true)
  const test = await manager.call(controls.controlTest.create, { name: '登录抽查', control: control.id, kind: 'operating', state: 'active', startsOn: '2020-01-01' })
  // As a result would leave it: the figure itself is not under test here.
  await tested(org, control.id, 55, true)
  return { ...draft, line, control, risk, test }
}

describe('the chain as a graph', () => {
  it('is drawn from every end, with what passes along each link, in at most twelve statements', async () => {
    const { manager, line, control, risk, test } = await chained()
    const idle = (await countStatements(() => manager.call(risks.riskKnowledge.get, {}))).statements
    for (const [noun, id] of [['control', control.id], ['risk', risk.id], ['requirement', line.requirement!], ['soaLine', line.id]] as const) {
      const { value, statements } = await countStatements(() => manager.call(trace.graph, { noun, id }))
      expect(statements - idle, noun).toBeLessThanOrEqual(12)
      expect(value.tests, noun).toMatchObject({ nodes: [{ id: test.id, name: '登录抽查', result: null, overdue: true }], more: 0 })
      expect(value.controls, noun).toMatchObject({ nodes: [{ id: control.id, percent: 55, class: 'partly', stale: true }], more: 0 })
      expect(value.risks.nodes, noun).toMatchObject([{ id: risk.id, support: null, money: { current: { minor: 12_000_000, currency: 'CNY' } } }])
      expect(value.lines.nodes, noun).toMatchObject([{ id: line.id, stated: 'implemented', evidence: { supported: 'partly', drift: 'less', stale: true }, soa: { state: 'draft' } }])
      const [own, ...mapped] = value.requirements.nodes
      expect(own).toMatchObject({ id: line.requirement, ref: 'A.8.5', proposal: { status: 'partly', by: 'controls' }, conclusion: null })
      expect(mapped.length, noun).toBeGreaterThan(0)
      expect(mapped.every((r) => r.proposal?.by === 'mapping' && r.proposal.status === 'partly')).toBe(true)
      const kinds = (kind: string) => value.edges.filter((e) => e.kind === kind)
      expect(kinds('tests')).toEqual([{ kind: 'tests', from: test.id, to: control.id }])
      expect(kinds('reduces')).toEqual([{ kind: 'reduces', from: control.id, to: risk.id, reductions: [{ target: 'likelihood', steps: 2, counted: 1 }], frequency: 60, magnitude: null }])
      expect(kinds('implements')).toEqual([{ kind: 'implements', from: control.id, to: line.id }])
      expect(kinds('states')).toEqual([{ kind: 'states', from: line.id, to: line.requirement }])
      expect(kinds('carries')).toHaveLength(mapped.length)
    }
  })

  it('begins at a requirement that only a mapping answers too', async () => {
    const { manager, line, control } = await chained()
    const annexA = await manager.call(trace.graph, { noun: 'requirement', id: line.requirement! })
    const carried = annexA.requirements.nodes[1]!
    const seen = await manager.call(trace.graph, { noun: 'requirement', id: carried.id })
    expect(seen.requirements.nodes.map((r) => r.id)).toContain(line.requirement)
    expect(seen.requirements.nodes[0]!.id).toBe(carried.id)
    expect(seen.controls.nodes.map((c) => c.id)).toEqual([control.id])
    expect(seen.lines.nodes.map((l) => l.ref)).toContain('A.8.5')
    expect(seen.edges).toContainEqual(expect.objectContaining({ kind: 'carries', from: line.requirement, to: carried.id }))
  })

  it('tells what the version in force states as it was frozen, and who approved it', async () => {
    const all = await chained()
    const { manager, line, control, org } = all
    await decideBy(all)
    await tested(org, control.id, 10)
    const seen = await manager.call(trace.graph, { noun: 'control', id: control.id })
    expect(seen.lines.nodes).toMatchObject([{ id: line.id, stated: 'implemented', evidence: { supported: 'notWorking', drift: 'less' }, soa: { state: 'approved', approvedBy: ['王建国'] } }])
  })

  it('tells how many more there are than it draws', async () => {
    const { manager, control, org } = await chained()
    await org.asSystem((ctx) => createRecords(ctx, ctx.kit.registers.get('risk')!, Array.from({ length: 70 }, (_, i) => ({ title: `Risk ${i}`, status: 'open', existingControls: [control.id] }))))
    const seen = await manager.call(trace.graph, { noun: 'control', id: control.id })
    expect([seen.risks.nodes.length, seen.risks.more]).toEqual([60, 11])
    expect(seen.edges.filter((e) => e.kind === 'reduces')).toHaveLength(60)
  })

  it('shows nobody more than they may read', async () => {
    const { org, manager, control, risk } = await chained()
    const owner = await org.actor(['controlOwner'])
    expect((await owner.refusal(trace.graph, { noun: 'control', id: control.id })).status).toBe(404)
    const { version } = await manager.call(controls.control.get, { id: control.id })
    await manager.call(controls.control.update, { id: control.id, version, values: { owner: owner.personId } })
    const seen = await owner.call(trace.graph, { noun: 'control', id: control.id })
    expect(seen.controls.nodes.map((c) => c.id)).toEqual([control.id])
    expect(seen.tests.nodes).toHaveLength(1)
    expect([seen.risks.nodes, seen.lines.nodes]).toEqual([[], []])
    expect(seen.requirements.nodes.every((r) => r.proposal === null && r.conclusion === null)).toBe(true)
    const other = await withDraft(world)
    for (const [noun, id] of [['control', control.id], ['risk', risk.id]] as const) expect((await other.manager.refusal(trace.graph, { noun, id })).status).toBe(404)
  })
})
