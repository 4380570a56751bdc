import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { imports } from '../../contract/index.ts'
import { deviceModule, devices } from '../../testing/device.ts'
import { applyNow, begin, dryRun, rowsOf } from '../../testing/driver.ts'
import { utf8 } from '../../testing/files.ts'
import { module } from '../module.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([deviceModule, module])
  await world.composition.startWorker()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})
afterAll(() => world.close())

const run = (table: readonly (readonly string[])[], change = {}) => dryRun(world, org, manager, utf8(table.map((row) => [...row])), { matchBy: [], ...change })
const created = async (id: string) => (await rowsOf(manager, id, 'create')).map(({ values }) => [values.name, values.kind])

describe('a required field that follows from another', () => {
  it('is not asked for when the file has that other', async () => {
    const { id, report } = await run([['Name', 'Maker'], ['A', 'Huawei'], ['B', '联想']])
    expect(report).toMatchObject({ counts: { create: 2, error: 0 }, implied: [{ field: 'kind', from: 'maker' }] })
    expect(await created(id)).toEqual([['A', 'server'], ['B', 'laptop']])
    await applyNow(manager, id)
    expect((await manager.call(devices.device.list, { filter: { name: 'B' } })).items).toMatchObject([{ kind: 'laptop', maker: 'lenovo' }])
  })

  it('follows from a value for all rows; without either the mapping is refused at the field', async () => {
    const list = [['Name'], ['A']]
    expect(await created((await run(list, { defaults: { maker: 'lenovo' } })).id)).toEqual([['A', 'laptop']])
    const { session, details } = await begin(world, org, manager, utf8(list))
    const refusal = await manager.refusal(imports.import.map, { id: session.id, version: session.version, mapping: { ...details.suggested, defaults: {} } })
    expect(refusal.fields).toMatchObject([{ path: 'mapping.defaults.kind', code: 'import.requiredUnmapped' }])
  })

  it('is what the row says, then what follows from the row, then what was said for all rows', async () => {
    const table = [['Name', 'Kind', 'Maker'], ['A', 'phone', 'Huawei'], ['B', '', 'Huawei'], ['C', '', '']]
    expect(await created((await run(table, { defaults: { kind: 'laptop' } })).id)).toEqual([['A', 'phone'], ['B', 'server'], ['C', 'laptop']])
  })

  it('is one reason where nothing gives it, and none beside a cell that was not understood', async () => {
    const { id } = await run([['Name', 'Maker'], ['A', ''], ['B', 'Acme']])
    expect((await rowsOf(manager, id, 'error')).map(({ problems }) => problems.map(({ field, message }) => [field, message]))).toEqual([
      [['kind', 'A value is required here or in “Maker”, from which it follows.']], [['maker', '“Acme” is not a known value of “Maker”.']],
    ])
  })
})
