import { records } from '@heng/records/contract'
import { gadgets } from '@heng/testkit'
import { describe, expect, it } from 'vitest'
import { approvals } from '../../contract/index.ts'
import { latestApprovals } from '../reads.ts'
import { approve, ask, asked, codeOf, gadgetOf, stage, useStage } from '../testing/stage.ts'

const { approval } = approvals
useStage()

describe('asking', () => {
  it('happens once at a time, may be withdrawn, and repeated for the record as it is then', async () => {
    const gadget = await gadgetOf()
    const { id } = await ask({ recordId: gadget.id, snapshot: { level: 3 } })
    expect(await codeOf(ask({ recordId: gadget.id }))).toBe('approval.alreadyOpen')
    expect((await stage.boss.refusal(approval.withdraw, { id })).status).toBe(403)
    expect((await stage.manager.call(approval.withdraw, { id, reason: '修改后再提' })).state).toBe('withdrawn')
    expect(stage.decided.map((d) => d.outcome)).toEqual(['withdrawn'])
    expect((await stage.manager.refusal(approval.withdraw, { id })).code).toBe('approval.closed')
    const { version } = await stage.manager.call(gadgets.gadget.get, { id: gadget.id })
    await stage.manager.call(gadgets.gadget.update, { id: gadget.id, version, values: { level: 4 } })
    expect((await stage.boss.refusal(approval.again, { id })).status).toBe(403)
    const next = await stage.manager.call(approval.get, { id: (await stage.manager.call(approval.again, { id })).id })
    expect(next).toMatchObject({ state: 'open', snapshot: { level: 4 }, steps: [{ role: 'topManagement', quorum: 1 }], requestedBy: stage.manager.personId })
    expect((await stage.manager.refusal(approval.again, { id: next.id })).code).toBe('approval.alreadyOpen')
    await approve(stage.boss, next.id)
    expect((await stage.manager.refusal(approval.again, { id: next.id })).code).toBe('approval.closed')
    const latest = await stage.org.asSystem((ctx) => latestApprovals(ctx, 'gadget', [gadget.id], 'plain'))
    expect(latest.get(gadget.id)).toMatchObject({ id: next.id, state: 'approved' })
  })

  it('is refused for steps that name nobody, and for kinds that no room brings', async () => {
    expect(await codeOf(asked({ steps: [] }))).toBe('invalid')
    expect(await codeOf(asked({ steps: [{ order: 1 }] }))).toBe('invalid')
    expect(await codeOf(asked({ steps: [{ order: 1, role: 'topManagement', quorum: 0 }] }))).toBe('invalid')
    expect(await codeOf(asked({ steps: [{ order: 1, role: 'topManagement', quorum: 9 }] }))).toBe('approval.noApprover')
    expect(await codeOf(asked({ kind: 'unknown' }))).toMatch(/no room brings/)
  })

  it('tells approvers of each step, and everybody of the end', async () => {
    await stage.org.settle()
    stage.heard.length = 0
    const { id } = await asked({ dueOn: '2030-01-31', steps: [{ order: 1, role: 'topManagement' }, { order: 2, personIds: [stage.chief.personId] }] })
    await approve(stage.boss, id)
    await approve(stage.chief, id)
    await stage.org.settle()
    expect(stage.heard.map((h) => h.type)).toEqual(['approval.requested', 'approval.step.opened', 'approval.decided', 'approval.step.opened', 'approval.decided', 'approval.closed'])
    expect(stage.heard[1]!.payload).toMatchObject({ id, noun: 'gadget', title: '风险处置计划', dueOn: '2030-01-31', requestedBy: stage.manager.personId, positions: [0] })
    expect((stage.heard[1]!.payload.personIds as string[]).toSorted()).toEqual([stage.boss.personId, stage.chief.personId].toSorted())
    expect(stage.heard[3]!.payload).toMatchObject({ positions: [1], personIds: [stage.chief.personId] })
    expect(stage.heard[5]!.payload).toMatchObject({ id, outcome: 'approved' })
  })

  it('is recorded in the history of the approval', async () => {
    const { id } = await asked({ steps: [{ order: 1, role: 'topManagement', quorum: 2 }] })
    await approve(stage.boss, id)
    await stage.chief.call(approval.decide, { id, decision: 'reject', comment: '不同意' })
    const { items } = await stage.manager.call(records.history.list, { noun: 'approval', recordId: id })
    expect(items.map((e) => [e.action, e.version, e.reason, e.payload])).toEqual([['rejected', 3, '不同意', 'intact'], ['stepApproved', 2, null, 'intact'], ['requested', 1, null, 'intact']])
    expect(items[0]!.changes.map((c) => c.field)).toEqual(['state', 'decidedAt', 'decisions'])
  })
})
