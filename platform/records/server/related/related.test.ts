import { countStatements } from '@heng/server-kit'
import { createWorld, gadgets, gadgetsModule, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { records } from '../../contract/index.ts'
import { module } from '../module.ts'

const { list } = records.related
let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([gadgetsModule, module])
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})
afterAll(() => world.close())

const gadget = (values: object) => manager.call(gadgets.gadget.create, values as never)
const ticket = (values: object) => manager.call(gadgets.ticket.create, values as never)

describe('related records', () => {
  it('come from fields and link tables of every noun, with the fields that point here', async () => {
    const target = await gadget({ name: 'Target' })
    const whole = await gadget({ name: '整机', parts: [target.id] })
    const both = await ticket({ title: 'Both', gadget: target.id, others: [target.id] })
    const linked = await ticket({ title: 'Linked', others: [target.id] })
    await manager.call(gadgets.ticket.archive, { id: both.id, version: 1 })
    await ticket({ title: 'Elsewhere', gadget: whole.id })
    const { groups } = await manager.call(list, { noun: 'gadget', recordId: target.id })
    expect(groups.toSorted((a, b) => a.noun.localeCompare(b.noun))).toEqual([
      { noun: 'gadget', total: 1, totalCapped: false, items: [{ id: whole.id, reference: whole.reference, text: '整机', archived: false, fields: ['parts'] }] },
      {
        noun: 'ticket', total: 2, totalCapped: false, items: [
          { id: linked.id, reference: linked.reference, text: 'Linked', archived: false, fields: ['others'] },
          { id: both.id, reference: both.reference, text: 'Both', archived: true, fields: ['gadget', 'others'] },
        ],
      },
    ])
  })

  it('show twenty of many, count to a cap, and ask once whatever the number of nouns', async () => {
    const owner = await org.actor()
    for (let i = 0; i < 23; i += 1) await gadget({ name: `Owned ${i}`, owner: owner.personId })
    const { value, statements } = await countStatements(() => manager.call(list, { noun: 'person', recordId: owner.personId }))
    const owned = value.groups.find((g) => g.noun === 'gadget')!
    expect([owned.items.length, owned.total, owned.totalCapped]).toEqual([20, 23, false])
    expect(statements).toBeLessThanOrEqual(12)
  })

  it('show only what the caller may read, of records that they may read', async () => {
    const owner = await org.actor()
    const target = await gadget({ name: 'Guarded', owner: owner.personId })
    await ticket({ title: 'Hidden', gadget: target.id })
    const own = await ticket({ title: 'Own', gadget: target.id, owner: owner.personId })
    const { groups } = await owner.call(list, { noun: 'gadget', recordId: target.id })
    expect(groups.map((g) => [g.noun, g.total, g.items.map((i) => i.id)])).toEqual([['ticket', 1, [own.id]]])
    const [outsider, stranger] = [await org.actor(), await (await world.organisation()).actor(['ismsManager'])]
    for (const who of [outsider, stranger]) expect((await who.refusal(list, { noun: 'gadget', recordId: target.id })).status).toBe(404)
    expect((await outsider.refusal(list, { noun: 'nothing', recordId: target.id })).status).toBe(404)
  })
})
