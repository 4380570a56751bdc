import { approvals } from '@heng/approvals/contract'
import { approvalKinds, requestApproval, type RequestedStep } from '@heng/approvals/reads'
import { module as approvalsModule } from '@heng/approvals/server'
import { module as recordsModule } from '@heng/records/server'
import { createWorld, gadgets, gadgetsModule, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { work } from '../../contract/index.ts'
import { module } from '../module.ts'

const plain = { kind: 'plain', label: { en: 'Test', 'zh-CN': '测试' }, onDecided: async () => undefined }
let world: TestWorld
let org: TestOrganisation
let manager: Actor
let boss: Actor
let chief: Actor
beforeAll(async () => {
  world = await createWorld([{ ...gadgetsModule, extensions: [approvalKinds.with(plain)] }, recordsModule, approvalsModule, module])
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'], '王敏')
  boss = await org.actor(['topManagement'], 'Boss')
  chief = await org.actor(['topManagement'], 'Chief')
})

const ask = async (steps: readonly RequestedStep[]) => {
  const gadget = await manager.call(gadgets.gadget.create, { name: 'Router', level: 3, state: 'draft', owner: manager.personId } as never)
  const { id } = await org.asSystem((ctx) => requestApproval(
    { ...ctx, caller: { ...ctx.caller, system: false, personId: manager.personId, name: '王敏' } },
    { noun: 'gadget', recordId: gadget.id, reference: 'G-7', title: '风险处置计划', kind: 'plain', steps, dueOn: '2026-12-01' },
  ))
  await org.settle()
  return id
}
const waiting = async (who: Actor) => (await who.call(work.work.list, { kind: 'approval.decide' }, { headers: { 'accept-language': 'zh' } })).items
const decide = async (who: Actor, id: string, decision: 'approve' | 'reject', comment?: string) => {
  await who.call(approvals.approval.decide, { id, decision, ...(comment === undefined ? {} : { comment }) })
  await org.settle()
}

it('gives the decision to everybody who may decide, ends each part with its decision, and tells the requester', async () => {
  const id = await ask([{ order: 1, role: 'topManagement', quorum: 2 }])
  for (const who of [boss, chief]) {
    expect(await waiting(who)).toMatchObject([{ title: '审批 G-7 风险处置计划', kindLabel: '审批', dueOn: '2026-12-01', link: `approvals/${id}`, allowed: [] }])
    expect((await who.call(work.notice.list, {})).items).toMatchObject([{ title: 'New work for you: Decide on G-7 风险处置计划', link: `approvals/${id}` }])
  }
  expect(await waiting(manager)).toEqual([])
  await decide(boss, id, 'approve')
  expect(await waiting(boss)).toEqual([])
  expect((await boss.call(work.work.list, { state: 'done' })).items).toMatchObject([{ completedBy: boss.personId }])
  expect((await waiting(chief)).length).toBe(1)
  await decide(chief, id, 'approve')
  expect(await waiting(chief)).toEqual([])
  expect((await manager.call(work.notice.list, {})).items).toMatchObject([{ kind: 'decision', title: 'Approved: G-7 风险处置计划', link: `approvals/${id}` }])
})

it('moves on with the steps and ends what is no longer needed', async () => {
  const anna = await org.actor([], 'Anna')
  const id = await ask([{ order: 1, role: 'topManagement' }, { order: 2, personIds: [anna.personId] }])
  expect(await waiting(anna)).toEqual([])
  await decide(boss, id, 'approve')
  expect(await waiting(chief)).toEqual([])
  expect((await chief.call(work.work.list, { state: 'cancelled' })).total).toBe(1)
  expect((await waiting(anna)).length).toBe(1)
  await decide(anna, id, 'reject', '费用过高')
  expect((await manager.call(work.notice.list, {}, { headers: { 'accept-language': 'zh' } })).items).toMatchObject([{ title: '审批驳回：G-7 风险处置计划' }])
})

it('ends with a withdrawal', async () => {
  const id = await ask([{ order: 1, role: 'topManagement' }])
  await manager.call(approvals.approval.withdraw, { id })
  await org.settle()
  expect([await waiting(boss), await waiting(chief)]).toEqual([[], []])
  expect((await manager.call(work.notice.list, {})).items).toEqual([])
})
