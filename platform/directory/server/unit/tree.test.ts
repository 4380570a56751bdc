import { countStatements } from '@heng/server-kit'
import { createWorld, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { directory } from '../../contract/index.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([])
})
afterAll(() => world.close())

it('gives all active units at once with heads and headcount, in one statement', async () => {
  const { unit, person } = directory
  const org = await world.organisation()
  const manager = await org.actor(['ismsManager'])
  const computing = await manager.call(unit.create, { name: 'IT', code: 'IT', parent: org.rootUnit })
  const ops = await manager.call(unit.create, { name: 'Operations', parent: computing.id })
  const anna = await manager.call(person.create, { name: 'Anna', unit: ops.id })
  await manager.call(unit.update, { id: ops.id, version: 1, values: { head: anna.id } })
  const { units, mayWrite } = await manager.call(unit.tree, {})
  expect(mayWrite).toBe(true)
  expect(units.map((u) => [u.name, u.parent, u.head?.name, u.people])).toEqual([
    ['IT', org.rootUnit, undefined, 0], ['Head office', null, undefined, 1], ['Operations', computing.id, 'Anna', 1],
  ])
  await manager.call(unit.archive, { id: computing.id, version: 1 })
  expect((await manager.call(unit.tree, {})).units.find((u) => u.name === 'Operations')).toMatchObject({ parent: null })
  const employee = await org.actor()
  expect((await employee.call(unit.tree, {})).mayWrite).toBe(false)
  const { tree } = await import('./tree.ts')
  expect((await org.asSystem((ctx) => countStatements(() => tree(ctx)))).statements).toBe(1)
  const stranger = await (await world.organisation()).actor(['ismsManager'])
  expect((await stranger.call(unit.tree, {})).units).toHaveLength(1)
})

it('takes settings of the organisation from those who may, and only real time zones', async () => {
  const org = await world.organisation()
  const manager = await org.actor(['ismsManager'])
  await manager.call(directory.organisation.update, { name: 'New name', timezone: 'Europe/Berlin' })
  expect(await manager.call(directory.organisation.get, {})).toMatchObject({ name: 'New name', timezone: 'Europe/Berlin', locale: 'en' })
  expect((await manager.refusal(directory.organisation.update, { timezone: 'Mars/Base' })).fields).toMatchObject([{ path: 'timezone', code: 'timezone' }])
  expect((await (await org.actor()).refusal(directory.organisation.update, { name: 'X' })).status).toBe(403)
})
