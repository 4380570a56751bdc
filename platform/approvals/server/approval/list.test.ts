import { records } from '@heng/records/contract'
import { countStatements } from '@heng/server-kit'
import { gadgets, type Actor } from '@heng/testkit'
import { describe, expect, it } from 'vitest'
import { approvals } from '../../contract/index.ts'
import { requestApproval } from '../reads.ts'
import { approve, asked, stage, useStage } from '../testing/stage.ts'

const { approval } = approvals
useStage()

describe('lists', () => {
  it('show what waits for me, what I asked for and stage.decided, and what belongs to a record', async () => {
    const own = await stage.world.organisation()
    const [asker, top, reader] = [await own.actor(['ismsManager']), await own.actor(['topManagement']), await own.actor()]
    const gadget = await asker.call(gadgets.gadget.create, { name: 'Listed', owner: reader.personId })
    const other = await asker.call(gadgets.gadget.create, { name: 'Other' })
    const request = (recordId: string, title: string) => own.asSystem((ctx) => requestApproval({ ...ctx, caller: { ...ctx.caller, system: false, personId: asker.personId } },
      { noun: 'gadget', recordId, reference: null, title, kind: 'plain', steps: [{ order: 1, role: 'topManagement' }] }))
    const [one, two] = [await request(gadget.id, 'One'), await request(other.id, 'Two')]
    const titles = async (who: Actor, input: object) => (await who.call(approval.list, input)).items.map((a) => a.title)
    expect(await titles(top, {})).toEqual(['Two', 'One'])
    expect(await titles(asker, { view: 'toDecide' })).toEqual([])
    expect(await titles(asker, { view: 'requested' })).toEqual(['Two', 'One'])
    expect(await titles(top, { limit: 1, cursor: two.id })).toEqual(['One'])
    await approve(top, one.id)
    expect(await titles(top, {})).toEqual(['Two'])
    expect(await titles(top, { view: 'decided' })).toEqual(['One'])
    expect(await titles(top, { view: 'all', state: 'open' })).toEqual(['Two'])
    expect(await titles(reader, { view: 'all' })).toEqual([])
    expect(await titles(reader, { noun: 'gadget', recordId: gadget.id })).toEqual(['One'])
    expect((await reader.refusal(approval.list, { noun: 'gadget', recordId: other.id })).status).toBe(404)
    expect((await reader.call(approval.get, { id: one.id })).allowed).toEqual([])
    expect((await reader.refusal(approval.get, { id: two.id })).status).toBe(404)
    expect((await reader.refusal(approval.decide, { id: one.id, decision: 'approve' })).status).toBe(403)
    for (const input of [{}, { view: 'all' as const, limit: 200 }]) {
      expect((await countStatements(() => top.call(approval.list, input))).statements).toBeLessThanOrEqual(12)
    }
    expect((await countStatements(() => top.call(approval.get, { id: two.id }))).statements).toBeLessThanOrEqual(12)
    // The room's own work in `onDecided` comes on top: here one record is changed, with history, search and event.
    const { statements } = await countStatements(() => top.call(approval.decide, { id: two.id, decision: 'approve' }))
    expect(statements).toBeLessThanOrEqual(20)
  })

  it('stay within the organisation, like every verb', async () => {
    const { id } = await asked()
    const stranger = await (await stage.world.organisation()).actor(['topManagement', 'ismsManager'])
    const calls = (org?: string) => [
      stranger.refusal(approval.get, { id, org }), stranger.refusal(approval.decide, { id, decision: 'approve', org }),
      stranger.refusal(approval.withdraw, { id, org }), stranger.refusal(approval.again, { id, org }),
    ]
    for (const refusal of [...calls(), ...calls(stage.org.slug), stranger.refusal(approval.list, { org: stage.org.slug })]) expect((await refusal).status).toBe(404)
    expect((await stranger.call(approval.list, { view: 'all' })).items).toEqual([])
  })

  it('is found by the global search', async () => {
    const { id } = await asked({ title: '年度风险处置计划（唯一）' })
    const found = await stage.boss.call(records.search.find, { q: '唯一' })
    expect(found.items).toMatchObject([{ noun: 'approval', id }])
    expect((await (await stage.org.actor()).call(records.search.find, { q: '唯一' })).items).toEqual([])
  })
})
