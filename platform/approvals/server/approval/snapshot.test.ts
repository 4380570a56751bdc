import { createHash } from 'node:crypto'
import { canonicalJson } from '@heng/server-kit'
import { gadgets } from '@heng/testkit'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { approvals } from '../../contract/index.ts'
import { ask, asked, gadgetOf, label, stage, useStage } from '../testing/stage.ts'

const { approval } = approvals
useStage()

describe('what is approved', () => {
  it('is frozen with a hash that does not depend on the order of members', async () => {
    const snapshot = { name: 'Plan', 费用: 1000.5, list: [{ b: 1, a: [true, null] }] }
    const turned = { list: [{ a: [true, null], b: 1 }], 费用: 1000.5, name: 'Plan' }
    const [one, two] = [await asked({ snapshot }), await asked({ snapshot: turned })]
    expect(one.snapshotHash).toBe(two.snapshotHash)
    expect(one.snapshotHash).toBe(createHash('sha256').update(canonicalJson(snapshot)).digest('hex'))
    const seen = await stage.boss.call(approval.get, { id: one.id })
    expect(seen).toMatchObject({ snapshot, snapshotHash: one.snapshotHash, snapshotIntact: true })
    await expect(stage.org.asSystem((ctx) => sql`update approval set snapshot = '{}' where id = ${one.id}`.execute(ctx.tx))).rejects.toThrow(/permission denied/)
    await sql`update approval set snapshot = replace(snapshot, 'Plan', 'Plot') where id = ${one.id}`.execute(stage.world.kit.db)
    expect((await stage.boss.call(approval.get, { id: one.id })).snapshotIntact).toBe(false)
  })

  it('is the record when nothing else is given, and shows what has changed since', async () => {
    const gadget = await gadgetOf('Router')
    const { id } = await ask({ recordId: gadget.id, snapshot: { name: 'Router', level: 3, owner: stage.manager.personId } })
    const seen = await stage.boss.call(approval.get, { id })
    expect([seen.current.changed, seen.snapshotLabels[stage.manager.personId]?.text]).toEqual([false, '王敏'])
    await stage.manager.call(gadgets.gadget.update, { id: gadget.id, version: 1, values: { level: 5, amount: 7, owner: stage.boss.personId } })
    expect((await stage.boss.call(approval.get, { id })).current).toMatchObject({
      changed: true, labels: { [stage.boss.personId]: { text: '总经理' } },
      differences: [{ field: 'level', before: 3, after: 5 }, { field: 'owner', before: stage.manager.personId, after: stage.boss.personId }],
    })
    const whole = await asked()
    expect((await stage.boss.call(approval.get, { id: whole.id })).snapshot).toMatchObject({ name: 'Router', level: 3, parts: [], state: 'draft' })
    const free = await asked({ snapshot: 'only words' })
    expect((await stage.boss.call(approval.get, { id: free.id })).current).toEqual({ changed: null, differences: [], labels: {} })
  })

  it('is built by the kind where it says how', async () => {
    const gadget = await gadgetOf('Built')
    const { id } = await ask({ recordId: gadget.id, kind: 'built' })
    expect((await stage.manager.call(gadgets.gadget.get, { id: gadget.id })).marks).toEqual(['red'])
    const seen = await stage.boss.call(approval.get, { id })
    expect(seen).toMatchObject({ snapshot: { name: 'Built', parts: { noun: 'gadget' } }, kindLabel: label, current: { changed: false } })
    expect(seen.snapshotLabels[stage.manager.personId]?.text).toBe('王敏')
    await stage.manager.call(gadgets.gadget.update, { id: gadget.id, version: 2, values: { name: 'Rebuilt' } })
    expect((await stage.boss.call(approval.get, { id })).current.differences.map((d) => d.field)).toEqual(['name', 'parts'])
  })
})
