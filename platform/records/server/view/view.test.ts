import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, gadgetsModule, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { records } from '../../contract/index.ts'
import { module } from '../module.ts'

const { view } = records
let world: TestWorld
let org: TestOrganisation
let manager: Actor
let employee: Actor
beforeAll(async () => {
  world = await createWorld([gadgetsModule, module])
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
  employee = await org.actor()
})
afterAll(() => world.close())

const query = { q: '数据', filter: { level: '4..', state: ['draft', 'ready'] }, sort: '-level' }
const names = async (who: Actor, page = 'gadget') => (await who.call(view.list, { page })).items.map((v) => v.name)

describe('saved views', () => {
  it('keep the list as its address says it, for their owner', async () => {
    const made = await employee.call(view.create, { page: 'gadget', name: '高价值', query, columns: ['name', 'level'] })
    expect((await employee.call(view.list, { page: 'gadget' })).items).toEqual([made])
    expect(made).toMatchObject({ query, columns: ['name', 'level'], shared: false, isDefault: false, owner: { personId: employee.personId }, allowed: ['update', 'remove'] })
    expect(await names(manager)).toEqual([])
    expect(await names(employee, 'ticket')).toEqual([])
    expect(await employee.refusal(view.create, { page: 'gadget', name: '高价值', query: {} })).toMatchObject({ code: 'view.name', status: 409 })
    const changed = await employee.call(view.update, { id: made.id, version: 1, values: { name: '高', columns: null } })
    expect(changed).toMatchObject({ name: '高', columns: null, query, version: 2 })
    expect((await employee.refusal(view.update, { id: made.id, version: 1, values: { name: 'x' } })).code).toBe('versionConflict')
    await employee.call(view.remove, { id: made.id })
    expect(await names(employee)).toEqual([])
  })

  it('are shared by those who may, and changed by them', async () => {
    expect((await employee.refusal(view.create, { page: 'gadget', name: 'All', query: {}, shared: true })).code).toBe('view.share')
    const own = await employee.call(view.create, { page: 'gadget', name: 'Mine', query: {} })
    expect((await employee.refusal(view.update, { id: own.id, version: 1, values: { shared: true } })).code).toBe('view.share')
    const shared = await manager.call(view.create, { page: 'gadget', name: 'Everybody', query, shared: true })
    expect(await names(employee)).toEqual(['Mine', 'Everybody'])
    expect((await employee.call(view.list, { page: 'gadget' })).items[1]!.allowed).toEqual([])
    expect((await employee.refusal(view.update, { id: shared.id, version: 1, values: { name: 'x' } })).status).toBe(403)
    expect((await employee.refusal(view.remove, { id: shared.id })).status).toBe(403)
    const second = await org.actor(['ismsManager'])
    expect((await second.call(view.update, { id: shared.id, version: 1, values: { name: 'All' } })).name).toBe('All')
    expect((await manager.refusal(view.update, { id: own.id, version: 1, values: { name: 'x' } })).status).toBe(404)
  })

  it('start a register for one person at a time, own or shared', async () => {
    const [a, b] = [await manager.call(view.create, { page: 'ticket', name: 'A', query, shared: true, isDefault: true }), await manager.call(view.create, { page: 'ticket', name: 'B', query })]
    const defaults = async (who: Actor) => (await who.call(view.list, { page: 'ticket' })).items.filter((v) => v.isDefault).map((v) => v.name)
    expect([await defaults(manager), await defaults(employee)]).toEqual([['A'], []])
    await employee.call(view.setDefault, { page: 'ticket', id: a.id })
    await manager.call(view.setDefault, { page: 'ticket', id: b.id })
    expect([await defaults(manager), await defaults(employee)]).toEqual([['B'], ['A']])
    await employee.call(view.setDefault, { page: 'ticket', id: null })
    expect(await defaults(employee)).toEqual([])
    expect((await employee.refusal(view.setDefault, { page: 'ticket', id: b.id })).status).toBe(404)
    expect((await manager.refusal(view.setDefault, { page: 'gadget', id: b.id })).code).toBe('invalid')
    await manager.call(view.remove, { id: b.id })
    expect(await defaults(manager)).toEqual([])
  })

  it('are kept in the history and apart from other organisations', async () => {
    const made = await manager.call(view.create, { page: 'gadget', name: 'Kept', query: {}, shared: true })
    const trail = await manager.call(records.history.feed, { nouns: ['savedView'], limit: 1 })
    expect(trail.items[0]).toMatchObject({ recordId: made.id, action: 'created' })
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect(await names(stranger)).toEqual([])
    for (const refusal of [
      stranger.refusal(view.update, { id: made.id, version: 1, values: { name: 'x' } }), stranger.refusal(view.remove, { id: made.id }),
      stranger.refusal(view.setDefault, { page: 'gadget', id: made.id }), stranger.refusal(view.list, { page: 'gadget', org: org.slug }),
    ]) expect((await refusal).status).toBe(404)
  })
})
