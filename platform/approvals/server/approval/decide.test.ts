import { records } from '@heng/records/contract'
import { createRecords } from '@heng/server-kit'
import { gadgets } from '@heng/testkit'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { approvals } from '../../contract/index.ts'
import { approve, ask, asked, codeOf, decide, gadgetOf, refusalOf, stage, useStage } from '../testing/stage.ts'

const { approval } = approvals
useStage()

describe('deciding', () => {
  it('completes on quorum and tells the room in the same transaction, with the rights of the approval', async () => {
    const gadget = await gadgetOf()
    const { id } = await ask({ recordId: gadget.id, steps: [{ order: 1, role: 'topManagement', quorum: 2 }], reason: '季度计划' })
    const first = await approve(stage.boss, id)
    expect(first).toMatchObject({ state: 'open', mine: false, progress: { done: 0, of: 1 }, steps: [{ state: 'open', waitingFor: [stage.chief.personId] }] })
    expect(stage.decided).toEqual([])
    const last = await decide(stage.chief, { id, decision: 'approve', comment: '同意' })
    expect(last).toMatchObject({ state: 'approved', allowed: [], steps: [{ state: 'completed', decisions: [{ person: { name: '总经理' } }, { person: { name: '副总经理' }, comment: '同意' }] }] })
    expect(stage.decided).toMatchObject([{ outcome: 'approved', facts: { id, noun: 'gadget', recordId: gadget.id, requestedBy: stage.manager.personId, decisions: [{ name: '总经理' }, { name: '副总经理' }] } }])
    expect((await stage.manager.call(gadgets.gadget.get, { id: gadget.id })).state).toBe('ready')
    const { items } = await stage.manager.call(records.history.list, { noun: 'gadget', recordId: gadget.id })
    expect(items[0]).toMatchObject({ actor: { name: '副总经理', personId: stage.chief.personId }, changes: [{ field: 'state', after: 'ready' }] })
  })

  it('opens steps in order, those of one number together', async () => {
    const [a, b, c] = [await stage.org.actor([], '甲'), await stage.org.actor([], '乙'), await stage.org.actor([], '丙')]
    const { id } = await asked({ steps: [{ order: 20, personIds: [c.personId] }, { order: 10, personIds: [a.personId] }, { order: 10, personIds: [b.personId] }] })
    expect(await refusalOf(c, id)).toBe('approval.notYet')
    expect((await approve(b, id)).steps.map((s) => s.state)).toEqual(['open', 'completed', 'waiting'])
    expect(await refusalOf(c, id)).toBe('approval.notYet')
    expect((await approve(a, id)).steps.map((s) => s.state)).toEqual(['completed', 'completed', 'open'])
    expect(await refusalOf(a, id)).toBe('approval.twice')
    expect((await approve(c, id)).state).toBe('approved')
  })

  it('is rejected by one, with a reason', async () => {
    const { id } = await asked({ steps: [{ order: 1, role: 'topManagement', quorum: 2 }, { order: 2, personIds: [stage.manager.personId, stage.boss.personId] }] })
    await approve(stage.boss, id)
    expect((await stage.chief.refusal(approval.decide, { id, decision: 'reject', comment: ' ' })).code).toBe('approval.reason')
    const end = await decide(stage.chief, { id, decision: 'reject', comment: '费用过高' })
    expect([end.state, end.steps.map((s) => s.state)]).toEqual(['rejected', ['rejected', 'closed']])
    expect(stage.decided.map((d) => d.outcome)).toEqual(['rejected'])
    expect(await refusalOf(stage.boss, id)).toBe('approval.closed')
  })

  it('is for those whom the open step names, when they decide, each once, never for the requester', async () => {
    const { id } = await ask({ recordId: (await gadgetOf()).id, steps: [{ order: 1, role: 'topManagement', quorum: 2 }] }, stage.boss).catch((e: unknown) => ({ id: String(e) }))
    expect(id).toMatch(/approval.noApprover/)
    const third = await stage.org.actor(['topManagement'])
    const own = await ask({ recordId: (await gadgetOf()).id, steps: [{ order: 1, role: 'topManagement', quorum: 2 }] }, stage.boss)
    expect(await refusalOf(stage.boss, own.id)).toBe('approval.self')
    await approve(stage.chief, own.id)
    expect(await refusalOf(stage.chief, own.id)).toBe('approval.twice')
    const [employee, auditor] = [await stage.org.actor(), await stage.org.actor(['internalAuditor'])]
    expect((await employee.refusal(approval.decide, { id: own.id, decision: 'approve' })).status).toBe(404)
    expect((await auditor.refusal(approval.decide, { id: own.id, decision: 'approve' })).status).toBe(403)
    expect((await (await stage.org.actor(['externalAuditor'])).refusal(approval.decide, { id: own.id, decision: 'approve' })).status).toBe(403)
    // The role is looked at when deciding: who lost it meanwhile no longer counts.
    await sql`update role_assignment set archived_at = now() where person = ${third.personId}`.execute(stage.world.kit.db)
    expect((await third.refusal(approval.decide, { id: own.id, decision: 'approve' })).status).toBe(404)
  })

  it('lets the requester decide only where the kind says so', async () => {
    const own = await ask({ recordId: (await gadgetOf()).id, kind: 'self', steps: [{ order: 1, personIds: [stage.manager.personId] }] })
    expect((await approve(stage.manager, own.id)).state).toBe('approved')
    expect(await codeOf(asked({ steps: [{ order: 1, personIds: [stage.manager.personId] }] }))).toBe('approval.noApprover')
  })

  it('takes a role of a unit for that unit and those below it only', async () => {
    const make = (name: string, parent: string) => stage.org.asSystem(async (ctx) => {
      return (await createRecords(ctx, ctx.kit.registers.get('unit')!, [{ name, parent }]))[0]!.id
    })
    const plant = await make('Plant', stage.org.rootUnit)
    const [line, office] = [await make('Line', plant), await make('Office', stage.org.rootUnit)]
    const head = await stage.org.actor([{ role: 'departmentHead', unit: plant }])
    const other = await stage.org.actor([{ role: 'departmentHead', unit: office }])
    const { id } = await asked({ steps: [{ order: 1, role: 'departmentHead', unit: line }] })
    expect((await stage.manager.call(approval.get, { id })).steps[0]!.waitingFor).toEqual([head.personId])
    expect((await other.refusal(approval.decide, { id, decision: 'approve' })).status).toBe(404)
    expect((await approve(head, id)).state).toBe('approved')
    expect(await codeOf(asked({ steps: [{ order: 1, role: 'departmentHead' }] }))).toBe('approval.noApprover')
  })

  it('does not happen when the room refuses', async () => {
    const { id } = await asked()
    stage.failing = true
    expect((await stage.boss.refusal(approval.decide, { id, decision: 'approve' })).code).toBe('internal')
    stage.failing = false
    const state = await stage.boss.call(approval.get, { id })
    expect([state.state, state.version, state.steps[0]!.decisions, state.mine]).toEqual(['open', 1, [], true])
  })
})

describe('two last decisions at once', () => {
  it('complete a quorum of one exactly once', async () => {
    for (let round = 0; round < 5; round += 1) {
      stage.decided = []
      const { id } = await asked()
      const answers = await Promise.all([stage.boss, stage.chief].map((who) => approve(who, id).then(() => 'decided', (e: { body: { code: string } }) => e.body.code)))
      expect(answers.toSorted()).toEqual(['approval.closed', 'decided'])
      expect(stage.decided).toHaveLength(1)
    }
  })

  it('both count towards a quorum of two, and one completes it', async () => {
    for (let round = 0; round < 5; round += 1) {
      stage.decided = []
      const { id } = await asked({ steps: [{ order: 1, role: 'topManagement', quorum: 2 }] })
      const answers = await Promise.all([stage.boss, stage.chief].map((who) => approve(who, id)))
      expect(answers.map((a) => a.state).toSorted()).toEqual(['approved', 'open'])
      expect(stage.decided).toHaveLength(1)
      expect(stage.decided[0]!.facts.decisions).toHaveLength(2)
    }
  })
})
