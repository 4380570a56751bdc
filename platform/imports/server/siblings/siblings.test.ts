import { createRecords } from '@heng/server-kit'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { directory } from '@heng/directory/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { imports } from '../../contract/index.ts'
import { deviceModule, devices } from '../../testing/device.ts'
import { applyNow, dryRun, rowsOf, settled } from '../../testing/driver.ts'
import { utf8 } from '../../testing/files.ts'
import { module } from '../module.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([deviceModule, module])
  await world.composition.startWorker()
})
afterAll(() => world.close())

const fresh = async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
}
const table = (...rows: string[][]) => utf8([['Name', 'Kind', 'Serial number', 'Part of'], ...rows])
const run = (bytes: Buffer) => dryRun(world, org, manager, bytes)
const parentsOf = async () => {
  const { items, labels } = await manager.call(devices.device.list, { limit: 100, sort: 'name' })
  return Object.fromEntries(items.map(({ name, parent }) => [name, parent === null ? null : labels[parent]!.text]))
}
const reasons = async (id: string) => (await rowsOf(manager, id, 'error')).map(({ line, problems }) => [line, ...problems.map(({ field, message }) => `${field}: ${message}`)])

describe('rows that name other rows of their file', () => {
  it('need one import, wherever what they name stands, by name or by number', async () => {
    await fresh()
    const { id, report } = await run(table(['leaf', 'phone', 'N-3', 'branch'], ['branch', 'server', 'N-2', 'N-1'], ['root', 'server', 'N-1', '']))
    expect(report.counts).toEqual({ create: 3, update: 0, unchanged: 0, skip: 0, error: 0 })
    const { items, labels } = await manager.call(imports.import.rows, { id, action: 'create' })
    expect(labels[items[0]!.values.parent as string]).toEqual({ text: 'branch', reference: '#3' })
    expect((await applyNow(manager, id)).job?.state).toBe('done')
    expect(await parentsOf()).toEqual({ branch: 'root', leaf: 'branch', root: null })
    // One version each: nothing was written twice to tie them together.
    expect((await manager.call(devices.device.list, {})).items.map(({ version }) => version)).toEqual([1, 1, 1])
  })

  it('find the second time that nothing has changed, and move what is there below what is new', async () => {
    const again = await run(table(['leaf', 'phone', 'N-3', 'branch'], ['branch', 'server', 'N-2', 'root'], ['root', 'server', 'N-1', '']))
    expect(again.report.counts).toMatchObject({ unchanged: 3 })
    const { id, report } = await run(table(['leaf', 'phone', 'N-3', 'branch'], ['branch', 'server', 'N-2', 'middle'], ['middle', 'server', 'N-9', 'root']))
    expect(report.counts).toMatchObject({ create: 1, update: 1, unchanged: 1, error: 0 })
    const [change] = await rowsOf(manager, id, 'update')
    expect([Object.keys(change!.values), Object.keys(change!.before!)]).toEqual([['parent'], ['parent']])
    expect((await applyNow(manager, id)).job?.state).toBe('done')
    expect(await parentsOf()).toEqual({ branch: 'middle', leaf: 'branch', middle: 'root', root: null })
  })

  it('know a record by the name that the file gives it', async () => {
    const { id, report } = await run(table(['trunk', 'server', 'N-1', ''], ['twig', 'phone', 'N-7', 'trunk']))
    expect(report.counts).toMatchObject({ create: 1, update: 1, error: 0 })
    await applyNow(manager, id)
    expect(await parentsOf()).toMatchObject({ middle: 'trunk', twig: 'trunk' })
  })

  it('are refused with their reason when what they name is missing, said twice, refused or themselves', async () => {
    await fresh()
    const { id, report } = await run(table(
      ['a', 'server', 'N-1', 'nobody'], ['b', 'server', 'N-2', 'a'], ['c', 'server', 'N-3', 'b'],
      ['same', 'server', 'N-4', ''], ['same', 'laptop', 'N-5', ''], ['d', 'server', 'N-6', 'same'],
      ['x', 'server', 'N-7', 'y'], ['y', 'server', 'N-8', 'x'], ['z', 'server', 'N-9', 'x'], ['me', 'server', 'N-10', 'me'],
      ['bad', 'toaster', 'N-11', ''], ['e', 'server', 'N-12', 'bad'],
    ))
    expect(report.counts).toEqual({ create: 2, update: 0, unchanged: 0, skip: 0, error: 10 })
    expect(await reasons(id)).toEqual([
      [2, 'parent: “nobody” was not found.'],
      [3, 'parent: Refers to the record on line 2, which is not imported.'],
      [4, 'parent: Refers to the record on line 3, which is not imported.'],
      [7, 'parent: “same” can mean 2 records: same #5, same #6. Write the reference.'],
      [8, 'parent: The rows refer to one another in a circle: “y” is on line 9.'],
      [9, 'parent: The rows refer to one another in a circle: “x” is on line 8.'],
      [10, 'parent: Refers to the record on line 8, which is not imported.'],
      [11, 'parent: The rows refer to one another in a circle: “me” is on line 11.'],
      [12, expect.stringContaining('kind: “toaster” is not one of')],
      [13, 'parent: Refers to the record on line 12, which is not imported.'],
    ])
    expect(report.unknownValues).toContainEqual({ field: 'parent', value: 'nobody', code: 'reference', rows: 1, firstLine: 2 })
    expect((await rowsOf(manager, id, 'error'))[1]!.cells).toEqual(['b', 'server', 'N-2', 'a'])
    expect((await applyNow(manager, id)).job?.state).toBe('done')
    expect(Object.keys(await parentsOf())).toEqual(['same'])
  })

  it('are written after what they name across thousands of rows', async () => {
    await fresh()
    const chain = Array.from({ length: 2_600 }, (_, i) => [`n${i}`, 'server', `C-${i}`, i === 2_599 ? '' : `n${i + 1}`])
    const { id, report } = await run(table(...chain))
    expect(report.counts).toMatchObject({ create: 2_600, error: 0 })
    expect((await applyNow(manager, id)).job?.state).toBe('done')
    const { items, labels } = await manager.call(devices.device.list, { filter: { serial: 'C-0' } })
    expect(labels[items[0]!.parent!]!.text).toBe('n1')
  })

  it('fall with a row that the register refuses at the last moment', async () => {
    await fresh()
    const { id } = await dryRun(world, org, manager, table(['root', 'server', 'N-1', ''], ['leaf', 'phone', 'N-2', 'root'], ['tip', 'phone', 'N-3', 'leaf'], ['other', 'server', 'N-4', '']), { matchBy: ['name'] })
    await org.asSystem((ctx) => createRecords(ctx, ctx.kit.registers.get('device')!, [{ name: 'Intruder', kind: 'phone', serial: 'N-1' }]))
    expect((await applyNow(manager, id)).job).toMatchObject({ state: 'failed', error: { code: 'import.rowsRefused' } })
    const report = await settled(manager, id)
    expect(report.counts).toMatchObject({ create: 1, error: 3 })
    expect((await reasons(id)).map(([line, ...why]) => [line, why.length])).toEqual([[2, 1], [3, 1], [4, 1]])
    expect((await applyNow(manager, id)).job?.state).toBe('done')
    expect(Object.keys(await parentsOf()).toSorted()).toEqual(['Intruder', 'other'])
  })

  it('make a tree of units out of one list', async () => {
    await fresh()
    const bytes = utf8([['部门名称', '编码', '上级部门'], ['运维组', 'OPS', '信息技术部'], ['信息技术部', 'IT', ''], ['值班室', 'DUTY', 'OPS']])
    const { id, report } = await dryRun(world, org, manager, bytes, {}, 'unit')
    expect(report.counts).toMatchObject({ create: 3, error: 0 })
    await applyNow(manager, id)
    const { units } = await manager.call(directory.unit.tree, {})
    const nameOf = (unit: string | null) => units.find((one) => one.id === unit)?.name
    expect(Object.fromEntries(units.map(({ name, parent }) => [name, nameOf(parent)]))).toMatchObject({ 运维组: '信息技术部', 值班室: '运维组', 信息技术部: undefined })
  })
})
