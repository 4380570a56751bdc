import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type TestWorld } from '@heng/testkit'
import { createRecords, defineModule, isolate, register, updateRecords } from '@heng/server-kit'
import { field, HengError, noun, registerOperations } from '@heng/contract'
import { sql } from 'kysely'
import { imports } from '../../contract/index.ts'
import { deviceModule, devices } from '../../testing/device.ts'
import { applyNow, begin, dryRun, rowsOf, settled, upload } from '../../testing/driver.ts'
import { gb18030, utf8 } from '../../testing/files.ts'
import { module } from '../module.ts'
import { importedRows, importReader, importSupport, importTable, openTable, type ImportedRow } from '../reads.ts'

/** A register whose room keeps `create` and `update` for itself. */
const strict = noun({ name: 'strict', room: 'stricts', prefix: 'S', label: 'name', fields: { name: field.text({ required: true }), host: field.text() } })
const reg = register(strict, { table: 'strict' })
const operations = { strict: registerOperations(strict, '/stricts') }
// By record: an event comes at least once, and on a busy machine it does come twice.
const received = new Map<string, ImportedRow>()
const stricts = (supported: boolean) => defineModule({
  name: 'stricts',
  registers: [reg],
  permissions: { 'strict:read': { ismsManager: 'all' }, 'strict:write': { ismsManager: 'all' } },
  contract: operations,
  handlers: { strict: { ...reg.handlers, create: () => Promise.reject<never>(new HengError('forbidden', { status: 403 })) } },
  migrations: [{ id: '0001_stricts', sql: `create table strict (id uuid primary key, org_id uuid not null references organisation, reference text not null, version integer not null,
    created_at timestamptz not null, updated_at timestamptz not null, archived_at timestamptz, unique (org_id, id), unique (org_id, reference), name text not null, host text); ${isolate('strict')}` }],
  on: [{ name: 'stricts.imported', event: 'import.applied', handle: async (ctx, { payload }) => {
    const { sessionId, noun: of, ids } = payload as { sessionId: string; noun: string; ids: string[] }
    if (of === 'strict') for (const row of await importedRows(ctx, sessionId, ids)) received.set(row.recordId, row)
  } }],
  extensions: supported ? [
    importSupport.with({
      noun: 'strict',
      aliases: { host: ['机器名'] },
      keys: [{
        name: 'machine', title: { en: 'Machine', 'zh-CN': '机器' },
        find: async (ctx, rows) => {
          const { rows: found } = await sql<{ id: string; host: string }>`select id, host from strict where org_id = ${ctx.org.id} and host = any(${rows.map((row) => String(row.extra.mac ?? row.values.host))}::text[])`.execute(ctx.tx)
          return rows.map((row) => found.filter(({ host }) => host === (row.extra.mac ?? row.values.host)).map(({ id }) => id))
        },
      }],
      create: (ctx, register, rows, reason, options) => createRecords(ctx, register, rows.map(({ id, values }) => ({ ...values, id, host: String(values.host ?? '').toLowerCase() })), reason, options),
      update: (ctx, register, rows, reason, options) => updateRecords(ctx, register, rows, reason, 'updated', options),
    }),
    importReader.with({
      name: 'pairs', nouns: ['strict'],
      detect: (head) => Buffer.from(head).subarray(0, 6).toString() === '#pairs',
      open: async (path) => {
        const { readFile } = await import('node:fs/promises')
        const lines = (await readFile(path, 'utf8')).trim().split('\n').slice(1)
        const rows = async function* () {
          for (const [i, line] of lines.entries()) {
            const [name = '', mac = ''] = line.split('=')
            yield { line: i + 2, cells: [name, mac], extra: { mac } }
          }
        }
        return { format: 'pairs', header: ['name', 'host'], rows: rows(), close: () => Promise.resolve() }
      },
    }),
  ] : [],
})

let world: TestWorld
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heng-source-'))
  world = await createWorld([deviceModule, module, stricts(true)])
  await world.composition.startWorker()
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

const workbook = async (build: (book: excel.Workbook) => void): Promise<Buffer> => {
  const book = new excel.Workbook()
  build(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('a workbook', () => {
  it('is read from the sheet that holds the list; formulas and error values are refused by cell', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const bytes = await workbook((book) => {
      book.addWorksheet('封面').addRows([['设备清单'], ['2026 年']])
      book.addWorksheet('清单').addRows([
        ['名称', '种类', '端口数', '购买日期', '无关列'],
        ['A', '服务器', 4, new Date('2026-03-01T00:00:00Z'), 1],
        ['B', '服务器', { formula: '2+2', result: 4 }, new Date('2026-03-01T00:00:00Z'), { formula: 'ROW()', result: 3 }],
        ['C', '服务器', { error: '#N/A' }, '', ''],
        ['D', '服务器', '８', '2026年3月1日', { formula: 'ROW()', result: 5 }],
      ])
    })
    const { session, details } = await begin(world, org, manager, bytes, 'device', '设备.xlsx')
    expect(session).toMatchObject({ format: 'xlsx', rows: 4 })
    expect(details.reading).toMatchObject({ sheet: '清单', sheets: ['封面', '清单'] })
    const { id, report } = await dryRun(world, org, manager, bytes, { matchBy: ['name'] })
    expect(report.counts).toMatchObject({ create: 2, error: 2 })
    expect((await rowsOf(manager, id, 'error')).map(({ line, problems }) => [line, problems.map(({ column, code }) => [column, code])])).toEqual([
      [3, [['端口数', 'formula']]], [4, [['端口数', 'cellError']]],
    ])
    await applyNow(manager, id)
    expect((await manager.call(devices.device.list, { sort: 'name' })).items.map(({ ports, boughtOn }) => [ports, boughtOn])).toEqual([[4, '2026-03-01'], [8, '2026-03-01']])
    const again = await manager.call(imports.import.read, { id: session.id, version: session.version, sheet: '封面' })
    expect((await manager.call(imports.import.details, { id: again.id })).reading).toMatchObject({ sheet: '封面', header: ['设备清单'] })
  })

  it('that is damaged is refused when it arrives, with the reason', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const bytes = await workbook((book) => void book.addWorksheet('x').addRows([['Name'], ['A']]))
    const { body } = await upload(world, org, manager, bytes.subarray(0, bytes.length - 200), 'x.xlsx')
    const refusal = await manager.refusal(imports.import.create, { noun: 'device', uploadId: body.uploadId }, { headers: { 'accept-language': 'zh-CN' } })
    expect(refusal).toMatchObject({ code: 'import.unreadable', status: 422 })
    expect(refusal.message).toMatch(/^无法读取文件：/)
  })
})

describe('a text', () => {
  it('that breaks off or changes its encoding far down is refused when it arrives', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const rows = [['Name', 'Kind'], ...Array.from({ length: 30_000 }, (_, i) => [`设备 ${i}`, 'server'])]
    const mixed = Buffer.concat([utf8(rows), gb18030([['最后一台', 'server']])])
    const { body } = await upload(world, org, manager, mixed)
    expect(await manager.refusal(imports.import.create, { noun: 'device', uploadId: body.uploadId })).toMatchObject({ code: 'import.unreadable', data: { problem: 'encoding', line: 30_002 } })
    const open = await upload(world, org, manager, Buffer.from('Name,Kind\r\n"A,server\r\n'))
    expect((await manager.refusal(imports.import.create, { noun: 'device', uploadId: open.body.uploadId })).data).toMatchObject({ problem: 'quote-unclosed' })
  })

  it('can be read again with another delimiter', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { session, details } = await begin(world, org, manager, Buffer.from('Name|Kind,Note\r\nA|server,1\r\n'))
    expect(details.reading).toMatchObject({ delimiter: ',' })
    await manager.call(imports.import.read, { id: session.id, version: 1, delimiter: '|' })
    expect((await manager.call(imports.import.details, { id: session.id })).reading.header).toEqual(['Name', 'Kind,Note'])
  })
})

describe('rooms', () => {
  it('with verbs of their own are imported into only by what they bring', async () => {
    const bare = await createWorld([module, stricts(false)])
    try {
      const org = await bare.organisation()
      const manager = await org.actor(['ismsManager'])
      expect((await manager.call(imports.import.targets, {})).nouns).not.toContain('strict')
    } finally {
      await bare.close()
    }
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { id, report } = await dryRun(world, org, manager, utf8([['名称', '机器名'], ['A', 'HOST-A']]), { matchBy: [] }, 'strict')
    expect(report.counts).toMatchObject({ create: 1 })
    await applyNow(manager, id)
    expect((await manager.call(operations.strict.list, {})).items[0]).toMatchObject({ host: 'host-a' })
  })

  it('bring kinds of files and ways to recognise records', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const file = Buffer.from('#pairs\nweb=aa:bb\ndb=cc:dd\n')
    const { session, details } = await begin(world, org, manager, file, 'strict', 'scan.txt')
    expect(session.format).toBe('pairs')
    expect(details.keys.map(({ fields }) => fields)).toContainEqual(['machine'])
    const first = await dryRun(world, org, manager, file, { matchBy: ['machine'] }, 'strict')
    expect(first.report.counts).toMatchObject({ create: 2 })
    await applyNow(manager, first.id)
    await expect.poll(() => [...received.values()].filter(({ extra }) => 'mac' in extra), { timeout: 30_000 }).toMatchObject([{ action: 'create', values: { name: 'web', host: 'aa:bb' }, extra: { mac: 'aa:bb' } }, { extra: { mac: 'cc:dd' } }])
    const again = await dryRun(world, org, manager, Buffer.from('#pairs\nweb2=aa:bb\n'), { matchBy: ['machine'] }, 'strict')
    expect(again.report.counts).toMatchObject({ update: 1, create: 0 })
    expect(await rowsOf(manager, again.id, 'update')).toMatchObject([{ values: { name: 'web2' }, before: { name: 'web' } }])
    const wrong = await upload(world, org, manager, file)
    expect((await manager.refusal(imports.import.create, { noun: 'device', uploadId: wrong.body.uploadId })).code).toBe('import.otherRegister')
  })

  it('import tables of their own through the same steps, all or nothing', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const path = join(folder, 'devices.csv')
    await writeFile(path, gb18030([['名称', '种类', '部门'], ['甲', '服务器', 'Head office'], ['乙', '手机', '']]))
    const done = await org.asSystem((ctx) => importTable(ctx, { noun: 'device', fileName: '样例.csv', open: () => openTable(path, {}) }))
    expect(done).toMatchObject({ reference: 'IM-0001', counts: { create: 2, error: 0 } })
    expect((await manager.call(imports.import.list, {})).items).toMatchObject([{ reference: 'IM-0001', state: 'applied', fileName: '样例.csv', created: 2 }])
    const again = await org.asSystem((ctx) => importTable(ctx, { noun: 'device', fileName: '样例.csv', open: () => openTable(path, {}) }))
    expect(again.counts).toMatchObject({ create: 0, unchanged: 2 })
    await writeFile(path, utf8([['名称', '种类'], ['丙', '服务器'], ['丁', '面包机']]))
    await expect(org.asSystem((ctx) => importTable(ctx, { noun: 'device', fileName: '坏.csv', open: () => openTable(path, {}) }))).rejects.toMatchObject({
      code: 'import.badRows', params: { count: 1, line: 3, file: '坏.csv', reason: '“面包机” is not one of: Server, Laptop, Phone.' },
    })
    expect((await manager.call(devices.device.list, {})).total).toBe(2)
    const some = await org.asSystem((ctx) => importTable(ctx, { noun: 'device', fileName: '坏.csv', open: () => openTable(path, {}), leaveOutBadRows: true }))
    expect(some.counts).toMatchObject({ create: 1, error: 1 })
  })
})

describe('a job that runs again', () => {
  it('finds an applied session applied', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { id } = await dryRun(world, org, manager, utf8([['Name', 'Kind'], ['A', 'server']]), { matchBy: [] })
    const { job } = await applyNow(manager, id)
    // As after a crash between the commit and the note that the job is done.
    await sql`update job set state = 'running' where id = ${job!.id}`.execute(world.kit.db)
    await org.asSystem((ctx) => sql`select heng_enqueue('job.run', ${JSON.stringify({ jobId: job!.id })}::json, null, null)`.execute(ctx.tx))
    expect((await settled(manager, id)).job).toMatchObject({ state: 'done' })
    expect((await manager.call(devices.device.list, {})).total).toBe(1)
  })
})
