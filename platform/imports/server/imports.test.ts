import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type TestWorld } from '@heng/testkit'
import { imports } from '../contract/index.ts'
import { deviceModule, devices } from '../testing/device.ts'
import { applyNow, begin, dryRun, rowsOf, upload } from '../testing/driver.ts'
import { gb18030, utf8 } from '../testing/files.ts'
import { module } from './module.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([deviceModule, module])
  await world.composition.startWorker()
})
afterAll(() => world.close())

const table = [
  ['名称', '种类', '序列号', '部门', '重要程度', '购买日期', '价格'],
  ['邮件服务器', '服务器', 'SN-1', 'Head office', '高', '2026年3月1日', '1.2万元'],
  ['前台电脑', '笔记本电脑', 'SN-2', '', '未评估', '2026/11/22', '￥5,999.00'],
]

describe('an import', () => {
  it('goes from a GB18030 list with Chinese headers to records with history', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { session, details } = await begin(world, org, manager, gb18030(table), 'device', '设备台账.csv')
    expect(session).toMatchObject({ reference: 'IM-0001', fileName: '设备台账.csv', noun: 'device', state: 'uploaded', rows: 2 })
    expect(details.reading).toMatchObject({ encoding: 'gb18030', delimiter: ',', header: table[0], rows: 2 })
    expect(details.proposal.map(({ field, confidence }) => [field, confidence])).toEqual([
      ['name', 'exact'], ['kind', 'exact'], ['serial', 'exact'], ['unit', 'exact'], ['level', 'exact'], ['boughtOn', 'exact'], ['price', 'exact'],
    ])
    expect(details.suggested.matchBy).toEqual(['serial'])
    const { id, report } = await dryRun(world, org, manager, gb18030(table))
    expect(report.counts).toEqual({ create: 2, update: 0, unchanged: 0, skip: 0, error: 0 })
    expect((await manager.call(devices.device.list, {})).items).toEqual([])
    expect((await applyNow(manager, id)).job).toMatchObject({ state: 'done', kind: 'apply', done: 2, total: 2 })
    const { items } = await manager.call(devices.device.list, { sort: 'name' })
    expect(items.map(({ name, kind, serial, unit, level, boughtOn, price, serious }) => ({ name, kind, serial, unit, level, boughtOn, price, serious }))).toEqual([
      { name: '前台电脑', kind: 'laptop', serial: 'SN-2', unit: null, level: null, boughtOn: '2026-11-22', price: { minor: 599_900, currency: 'CNY' }, serious: null },
      { name: '邮件服务器', kind: 'server', serial: 'SN-1', unit: org.rootUnit, level: 4, boughtOn: '2026-03-01', price: { minor: 1_200_000, currency: 'CNY' }, serious: true },
    ])
    const done = await manager.call(imports.import.get, { id })
    expect(done).toMatchObject({ state: 'applied', created: 2, refused: 0, startedBy: manager.personId })
  })

  it('shows zero changes when the same list comes again, and the fields that differ when it does not', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const first = await dryRun(world, org, manager, utf8(table))
    await applyNow(manager, first.id)
    const again = await dryRun(world, org, manager, utf8(table))
    expect(again.report.counts).toEqual({ create: 0, update: 0, unchanged: 2, skip: 0, error: 0 })
    const { version } = await manager.call(imports.import.get, { id: again.id })
    expect((await manager.refusal(imports.import.apply, { id: again.id, version })).code).toBe('import.nothingToDo')
    const changed = table.map((row) => (row[2] === 'SN-2' ? ['前台电脑', '笔记本电脑', 'SN-2', 'Head office', '2', '', '￥5,999.00'] : row))
    const third = await dryRun(world, org, manager, utf8(changed))
    expect(third.report.counts).toMatchObject({ update: 1, unchanged: 1 })
    const [row] = await rowsOf(manager, third.id, 'update')
    // The emptied date stays: empty cells keep what is there.
    expect(row).toMatchObject({ line: 3, values: { level: 2, unit: org.rootUnit }, before: { level: null, unit: null }, label: '前台电脑' })
    await applyNow(manager, third.id)
    const { items } = await manager.call(devices.device.list, { filter: { serial: 'SN-2' } })
    expect(items[0]).toMatchObject({ version: 2, level: 2, unit: org.rootUnit, boughtOn: '2026-11-22' })
  })

  it('takes values away only when asked to', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    await applyNow(manager, (await dryRun(world, org, manager, utf8(table))).id)
    const emptied = [table[0]!, ['邮件服务器', '服务器', 'SN-1', '', '', '', '']]
    const { id, report } = await dryRun(world, org, manager, utf8(emptied), { keepEmpty: false })
    expect(report.counts).toMatchObject({ update: 1 })
    await applyNow(manager, id)
    const { items } = await manager.call(devices.device.list, { filter: { serial: 'SN-1' } })
    expect(items[0]).toMatchObject({ unit: null, level: null, boughtOn: null, price: null, serious: null })
  })

  it('refuses to be applied twice, with what the first time came to', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { id } = await dryRun(world, org, manager, utf8(table))
    await applyNow(manager, id)
    const { version } = await manager.call(imports.import.get, { id })
    expect(await manager.refusal(imports.import.apply, { id, version })).toMatchObject({ code: 'import.alreadyApplied', status: 409, data: { current: { state: 'applied', created: 2 } } })
    expect((await manager.call(devices.device.list, {})).total).toBe(2)
  })

  it('remembers the mapping of a header for the organisation, and only for it', async () => {
    const [org, other] = [await world.organisation(), await world.organisation()]
    const [manager, stranger] = [await org.actor(['ismsManager']), await other.actor(['ismsManager'])]
    const odd = [['bez', 'art'], ['Drucker', 'server']]
    const columns = [{ column: 0, field: 'name' }, { column: 1, field: 'kind' }]
    const { report } = await dryRun(world, org, manager, utf8(odd), { columns, matchBy: ['name'] })
    expect(report.counts).toMatchObject({ create: 1 })
    const { details } = await begin(world, org, manager, utf8([[' BEZ ', 'Art'], ['Maus', 'phone']]))
    expect(details.suggested).toMatchObject({ columns, matchBy: ['name'] })
    expect(details.proposal[0]).toMatchObject({ field: 'name', confidence: 'remembered' })
    expect((await begin(world, other, stranger, utf8(odd))).details.suggested.columns).toEqual([])
  })
})

describe('a mapping', () => {
  it('is refused with every thing that does not fit', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { session, details } = await begin(world, org, manager, utf8([['Name', 'Colour'], ['A', 'red']]))
    const mapping = { ...details.suggested, columns: [{ column: 0, field: 'name' }, { column: 1, field: 'name' }, { column: 7, field: 'serious' }], matchBy: ['serial'], defaults: {} }
    const refused = await manager.refusal(imports.import.map, { id: session.id, version: 1, mapping })
    expect(refused.fields?.map(({ code }) => code)).toEqual([
      'import.fieldTwice', 'import.noColumn', 'import.noField', 'import.keyUnmapped', 'import.requiredUnmapped',
    ])
    const wrong = await manager.refusal(imports.import.map, { id: session.id, version: 1, mapping: { ...mapping, columns: [{ column: 0, field: 'name' }], matchBy: [], defaults: { kind: 'toaster' } } })
    expect(wrong.fields).toMatchObject([{ path: 'mapping.defaults.kind', code: 'import.cell.choice' }])
  })

  it('fills required fields that the file does not have, and gives texts a meaning', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const file = utf8([['Name', 'Criticality'], ['A', 'sehr hoch'], ['B', 'egal']])
    const first = await dryRun(world, org, manager, file, { defaults: { kind: '服务器', unit: 'Head office' } })
    expect(first.report.counts).toMatchObject({ create: 0, error: 2 })
    expect(first.report.unknownValues).toMatchObject([{ field: 'level', value: 'sehr hoch', rows: 1 }, { field: 'level', value: 'egal' }])
    expect(first.report.problems).toMatchObject([{ field: 'level', rows: 2, values: [{ value: 'sehr hoch', rows: 1 }, { value: 'egal', rows: 1 }], moreValues: 0 }])
    const mended = await dryRun(world, org, manager, file, { defaults: { kind: '服务器', unit: 'Head office' }, valueMaps: { level: { 'sehr hoch': '5', egal: '' } } })
    expect(mended.report.counts).toMatchObject({ create: 2, error: 0 })
    expect((await rowsOf(manager, mended.id, 'create')).map(({ values }) => values)).toEqual([
      { name: 'A', kind: 'server', level: 5, unit: org.rootUnit }, { name: 'B', kind: 'server', unit: org.rootUnit },
    ])
  })
})

describe('uploads', () => {
  it('are refused when empty, unreadable or foreign', async () => {
    const [org, other] = [await world.organisation(), await world.organisation()]
    const manager = await org.actor(['ismsManager'])
    const colleague = await org.actor(['ismsManager'])
    const stranger = await other.actor(['ismsManager'])
    expect((await upload(world, org, manager, Buffer.alloc(0))).body.code).toBe('import.emptyFile')
    const binary = await upload(world, org, manager, Buffer.from([0x41, 0, 0, 0x42]))
    expect((await manager.refusal(imports.import.create, { noun: 'device', uploadId: binary.body.uploadId })).code).toBe('import.unreadable')
    const headOnly = await upload(world, org, manager, utf8([['Name', 'Kind']]))
    expect((await manager.refusal(imports.import.create, { noun: 'device', uploadId: headOnly.body.uploadId })).code).toBe('import.noRows')
    const good = await upload(world, org, manager, utf8(table))
    for (const actor of [colleague, stranger]) {
      expect((await actor.refusal(imports.import.create, { noun: 'device', uploadId: good.body.uploadId })).code).toBe('import.fileGone')
    }
    await manager.call(imports.import.create, { noun: 'device', uploadId: good.body.uploadId })
    expect((await manager.refusal(imports.import.create, { noun: 'device', uploadId: good.body.uploadId })).code).toBe('import.fileUsed')
    expect((await upload(world, { slug: other.slug }, manager, utf8(table))).status).toBe(404)
  })
})
