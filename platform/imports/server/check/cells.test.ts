import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { createRecords } from '@heng/server-kit'
import { imports } from '../../contract/index.ts'
import { deviceModule, devices } from '../../testing/device.ts'
import { applyNow, dryRun, rowsOf } from '../../testing/driver.ts'
import { utf8 } from '../../testing/files.ts'
import { module } from '../module.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([deviceModule, module])
  await world.composition.startWorker()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'], '陈经理')
  await org.asSystem(async (ctx) => {
    const { registers } = ctx.kit
    const [finance, it1] = await createRecords(ctx, registers.get('unit')!, [{ name: '财务部', parent: org.rootUnit, code: 'FIN' }, { name: '信息部', parent: org.rootUnit }])
    await createRecords(ctx, registers.get('unit')!, [{ name: '一组', parent: finance!.id }, { name: '一组', parent: it1!.id }])
    await createRecords(ctx, registers.get('person')!, [
      { name: '张伟', email: 'Zhang.Wei@example.com', employeeNumber: 'E001', unit: finance!.id }, { name: '张伟', email: 'zw2@example.com' }, { name: '李娜', employeeNumber: 'E003' },
    ])
    await createRecords(ctx, registers.get('device')!, [{ name: '核心交换机', kind: 'server', serial: 'CORE-1' }, { name: '研发、测试环境', kind: 'server' }])
  })
})
afterAll(() => world.close())

const header = ['Name', 'Kind', 'Serial number', 'Mailbox', 'Unit', 'Owner', 'Maker', 'Criticality', 'Critical', 'Bought on', 'Checked at', 'Price', 'Ports', 'Weight', 'Uses', 'Part of', 'Peers', 'Note']
const row = (given: Readonly<Record<string, string>>): string[] => header.map((name) => given[name] ?? '')
const good = { Name: 'X', Kind: 'server' }
let serial = 0
const next = () => `S-${++serial}`
const check = (rows: readonly Readonly<Record<string, string>>[]) => dryRun(world, org, manager, utf8([header, ...rows.map((one) => row({ 'Serial number': next(), ...good, ...one }))]))

const reasons = async (rows: readonly Readonly<Record<string, string>>[]) => {
  const { id, report } = await check(rows)
  expect(report.counts).toMatchObject({ error: rows.length, create: 0 })
  return (await rowsOf(manager, id, 'error')).map(({ problems }) => problems.map(({ field, code }) => `${field}:${code}`))
}

describe('a bad cell', () => {
  it('of each kind names its row, its column and its reason', async () => {
    expect(await reasons([
      { Kind: 'toaster' }, { Name: '' }, { Criticality: '9' }, { Critical: 'maybe' }, { 'Bought on': '11/12/2026' }, { 'Bought on': '2026-02-30' },
      { 'Checked at': 'noon' }, { Price: '$5' }, { Ports: '101' }, { Ports: '1.5' }, { Weight: 'heavy' }, { Uses: '办公；车库' }, { Maker: 'Acme' }, { Note: 'a\u0008b' }, { Name: 'x'.repeat(201) },
    ])).toEqual([
      ['kind:choice'], ['name:required'], ['level:level'], ['critical:boolean'], ['boughtOn:dateAmbiguous'], ['boughtOn:dateMissing'],
      ['checkedAt:timestamp'], ['price:currency'], ['ports:tooBig'], ['ports:integer'], ['weight:number'], ['uses:choice'], ['maker:choice'], ['note:controlCharacter'], ['name:tooLong'],
    ])
  })

  it('names all reasons of its row, in the language of the reader', async () => {
    const { id } = await check([{ Kind: 'toaster', Criticality: '9', Owner: '张伟' }])
    const page = await manager.call(imports.import.rows, { id, action: 'error' }, { headers: { 'accept-language': 'zh-CN' } })
    expect(page.items[0]!.problems.map(({ column, message }) => [column, message])).toEqual([
      ['Kind', '“toaster”不在可选值中：服务器、笔记本电脑、手机。'],
      ['Owner', '“张伟”可对应 2 条记录：张伟 (P-0002), 张伟 (P-0003)。请填写编号。'],
      ['Criticality', '“9”不是 1 至 5 的等级。'],
    ])
  })

  it('is one that the rules of the noun refuse', async () => {
    const { id, report } = await check([{ Kind: 'phone', Ports: '2' }, { Kind: 'phone' }, { Kind: 'server', Ports: '2' }])
    expect(report.counts).toMatchObject({ create: 2, error: 1 })
    expect(await rowsOf(manager, id, 'error')).toMatchObject([{ line: 2, problems: [{ field: 'ports', code: 'device.phoneWithPorts', message: 'A phone has no ports.' }] }])
  })

  it('of a row with too many cells is not guessed at', async () => {
    const { id } = await dryRun(world, org, manager, Buffer.from('Name,Kind\r\nA,server\r\nB,server,surplus\r\n'), { matchBy: [] })
    expect(await rowsOf(manager, id, 'error')).toMatchObject([{ line: 3, problems: [{ code: 'ragged', message: 'The row has 3 cells, the header 2.' }] }])
  })
})

describe('references', () => {
  it('are found by reference, number, e-mail, unique name, code and path', async () => {
    const { id, report } = await check([
      { Owner: 'P-0002', Unit: 'FIN' }, { Owner: 'E001', Unit: '财务部' }, { Owner: 'zhang.wei@EXAMPLE.com', Unit: 'Head office / 财务部' },
      { Owner: '张伟 (P-0002)', Unit: 'u-2' }, { Owner: '张伟 <zhang.wei@example.com>' }, { Owner: '李娜', Unit: '财务部/一组' }, { Unit: 'Head office＞信息部＞一组' },
      { 'Part of': 'CORE-1', Peers: '核心交换机；研发、测试环境' }, { 'Part of': '研发、测试环境', Peers: '研发、测试环境' },
    ])
    expect(report.counts).toMatchObject({ create: 9, error: 0 })
    const { items } = await manager.call(imports.import.rows, { id, action: 'create' })
    const { labels } = await manager.call(imports.import.rows, { id, action: 'create' })
    const name = (value: unknown) => [value].flat().map((one) => (one === undefined ? '' : labels[one as string]!.reference))
    expect(items.slice(0, 5).map(({ values }) => name(values.owner)[0])).toEqual(['P-0002', 'P-0002', 'P-0002', 'P-0002', 'P-0002'])
    expect(items.slice(0, 7).map(({ values }) => name(values.unit)[0])).toEqual(['U-0002', 'U-0002', 'U-0002', 'U-0002', '', 'U-0004', 'U-0005'])
    expect(items.slice(7).map(({ values }) => [name(values.parent)[0], name(values.peers)])).toEqual([['D-0001', ['D-0001', 'D-0002']], ['D-0002', ['D-0002']]])
  })

  it('that mean nobody or several are refused', async () => {
    expect(await reasons([{ Owner: '王五' }, { Owner: '张伟' }, { Unit: '一组' }, { Unit: '财务部 / 二组' }, { 'Part of': 'D-9999' }, { Peers: 'CORE-1; nothing' }])).toEqual([
      ['owner:reference'], ['owner:referenceAmbiguous'], ['unit:referenceAmbiguous'], ['unit:reference'], ['parent:reference'], ['peers:reference'],
    ])
  })
})

describe('rows of one file', () => {
  it('that mean the same record are refused on both lines', async () => {
    const { id, report } = await dryRun(world, org, manager, utf8([header, row({ ...good, 'Serial number': 'T-1' }), row({ ...good, 'Serial number': 'T-2' }), row({ ...good, Name: 'Y', 'Serial number': 'T-1' })]))
    expect(report.counts).toMatchObject({ create: 1, error: 2 })
    expect((await rowsOf(manager, id, 'error')).map(({ line, problems, cells }) => [line, problems.map(({ message }) => message), cells?.[0]])).toEqual([
      [2, ['The same record is also on line 4.'], 'X'], [4, ['The same record is also on line 2.', 'The same value is also on line 2.'].slice(0, 1), 'Y'],
    ])
  })

  it('that claim the same unique value, or one that is taken, are refused', async () => {
    const { id } = await check([{ Mailbox: 'a@b.c' }, { Mailbox: 'A@B.C' }])
    expect((await rowsOf(manager, id, 'error')).map(({ line, problems }) => [line, problems[0]!.code])).toEqual([[2, 'twiceUnique'], [3, 'twiceUnique']])
    const named = await dryRun(world, org, manager, utf8([header, row({ ...good, Name: 'Other', 'Serial number': 'CORE-1' })]), { matchBy: ['name'] })
    expect(await rowsOf(manager, named.id, 'error')).toMatchObject([{ problems: [{ field: 'serial', code: 'duplicate' }] }])
  })

  it('are recognised by name within the unit', async () => {
    const list = utf8([header, row({ ...good, Name: 'Printer', Unit: '财务部' }), row({ ...good, Name: 'Printer', Unit: '信息部' }), row({ ...good, Name: 'Printer' })])
    const first = await dryRun(world, org, manager, list, { matchBy: ['name', 'unit'] })
    expect(first.report.counts).toMatchObject({ create: 3 })
    await applyNow(manager, first.id)
    expect((await dryRun(world, org, manager, list, { matchBy: ['unit', 'name'] })).report.counts).toMatchObject({ unchanged: 3, create: 0 })
    const alone = await dryRun(world, org, manager, utf8([header, row({ ...good, Name: 'Printer' })]), { matchBy: ['name'] })
    expect(await rowsOf(manager, alone.id, 'error')).toMatchObject([{ problems: [{ code: 'matchAmbiguous', message: 'Records that match this row: 3. Match records by something unique.' }] }])
  })

  it('are recognised by reference, and nobody invents one', async () => {
    const withReference = (rows: string[][]) => utf8([['Reference', 'Name', 'Kind'], ...rows])
    const { id, report } = await dryRun(world, org, manager, withReference([['D-0001', 'Renamed', 'server'], ['', 'Brand new', 'server'], ['D-7777', 'Invented', 'server']]))
    expect(report.counts).toEqual({ create: 1, update: 1, unchanged: 0, skip: 0, error: 1 })
    expect(await rowsOf(manager, id, 'error')).toMatchObject([{ line: 4, problems: [{ code: 'referenceUnknown' }] }])
    const skipping = await dryRun(world, org, manager, withReference([['D-0001', 'Renamed', 'server'], ['', 'Brand new', 'server']]), { onMatch: 'skip', onMissing: 'skip' })
    expect(skipping.report.counts).toMatchObject({ skip: 2 })
  })

  it('that were refused can be fetched, as they stand in the file, with their reasons', async () => {
    const { id } = await check([{ Name: '=1+1', Kind: 'toaster', Note: 'a,b' }, { Name: 'fine' }])
    const response = await world.composition.app.inject({ url: `/api/v1/orgs/${org.slug}/imports/${id}/errors.csv?locale=zh-CN`, headers: { cookie: manager.cookie } })
    expect(response.headers['content-type']).toContain('text/csv')
    expect(response.body).toMatch(/^\ufeffName,Kind,/)
    const [head, bad, ...rest] = response.body.trimEnd().split('\r\n')
    expect(head).toMatch(/,行号,原因$/)
    expect(bad).toMatch(/^'=1\+1,toaster,.*"a,b",2,Kind：“toaster”不在可选值中/)
    expect(rest).toEqual([])
    expect((await manager.call(devices.device.list, { filter: { name: 'fine' } })).items).toEqual([])
  })
})
