import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTable } from '@heng/engine-tables'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { createRecords } from '@heng/server-kit'
import { sql } from 'kysely'
import { deviceModule } from '../../testing/device.ts'
import { applyNow, dryRun } from '../../testing/driver.ts'
import { module } from '../module.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heng-export-'))
  world = await createWorld([deviceModule, module])
  await world.composition.startWorker()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'], 'Anna')
  await org.asSystem(async (ctx) => {
    const { registers } = ctx.kit
    const people = await createRecords(ctx, registers.get('person')!, [{ name: '张伟' }, { name: '张伟' }, { name: '李娜' }])
    const [first] = await createRecords(ctx, registers.get('device')!, [{
      name: '=SUM(A1)', kind: 'server', serial: 'X-1', unit: org.rootUnit, owner: people[0]!.id, maker: 'huawei', level: 4, critical: true, boughtOn: '2026-03-01',
      checkedAt: '2026-11-22T06:30:00.000Z', price: { minor: 123_450, currency: 'CNY' }, ports: 8, weight: 1.5, uses: ['office', 'lab'], note: 'two\nlines, and a comma',
    }])
    await createRecords(ctx, registers.get('device')!, [{ name: 'Plain', kind: 'phone', owner: people[2]!.id, parent: first!.id, peers: [first!.id] }])
  })
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

const get = (query: string, actor: Pick<Actor, 'cookie'> = manager, slug = org.slug) =>
  world.composition.app.inject({ url: `/api/v1/orgs/${slug}/devices/export?${query}`, headers: { cookie: actor.cookie } })

const tableOf = async (bytes: Buffer, sheet?: string) => {
  const path = join(folder, `t${Math.random()}`)
  await writeFile(path, bytes)
  const table = await readTable(path, { sheet })
  const rows: string[][] = []
  for await (const { cells } of table.rows) rows.push(cells)
  return { ...table, header: table.header, rows }
}

describe('an export', () => {
  it('as CSV has names in the reader’s language, a byte order mark, and no formula', async () => {
    const response = await get('format=csv&locale=zh-CN&sort=name')
    expect(response.headers['content-disposition']).toMatch(/filename\*=UTF-8''%E8%AE%BE%E5%A4%87%20\d{4}-\d\d-\d\d\.csv/)
    expect(response.body).toMatch(/^\ufeff编号,名称,种类,序列号/)
    expect(response.body).toContain("'=SUM(A1)")
    const { header, rows } = await tableOf(response.rawPayload)
    const cells = (i: number) => Object.fromEntries(header.map((name, n) => [name, rows[i]![n]]))
    expect(cells(0)).toMatchObject({
      编号: 'D-0001', 名称: '=SUM(A1)', 种类: '服务器', 部门: 'Head office', 责任人: '张伟 (P-0002)', 厂商: '华为', 重要程度: '4', 是否关键: '是', 购买日期: '2026-03-01',
      检查时间: '2026-11-22 14:30', 价格: 'CNY 1234.50', 端口数: '8', 用途: '办公；实验室', 备注: 'two\nlines, and a comma', 是否严重: '是',
    })
    expect(cells(1)).toMatchObject({ 责任人: '李娜', 重要程度: '未评估', 是否关键: '', 上级设备: '=SUM(A1)', 关联设备: '=SUM(A1)' })
  })

  it('comes back as an import without a single change, from CSV and from a workbook, in both languages', async () => {
    for (const query of ['format=csv&locale=zh-CN', 'format=csv&locale=en', 'format=xlsx&locale=zh-CN', 'format=xlsx&locale=en']) {
      const { report } = await dryRun(world, org, manager, (await get(query)).rawPayload)
      expect([query, report.counts, report.problems]).toEqual([query, { create: 0, update: 0, unchanged: 2, skip: 0, error: 0 }, []])
    }
  })

  it('carries what is filtered, in the order and columns asked for', async () => {
    const { header, rows } = await tableOf((await get('format=csv&locale=en&columns=level,name&filter[level]=-&filter[kind][0]=phone&filter[kind][1]=laptop')).rawPayload)
    expect([header, rows]).toEqual([['Criticality', 'Name'], [['Not assessed', 'Plain']]])
    const found = await tableOf((await get('format=csv&columns=name&q=lines')).rawPayload)
    expect(found.rows).toEqual([['=SUM(A1)']])
  })

  it('as a workbook has typed cells behind a cover sheet', async () => {
    const bytes = (await get('format=xlsx&locale=en&sort=name')).rawPayload
    const { sheets } = await tableOf(bytes)
    const { header, rows } = await tableOf(bytes, sheets[1])
    expect(header.slice(0, 4)).toEqual(['Reference', 'Name', 'Kind', 'Serial number'])
    expect(rows[0]!.slice(header.indexOf('Bought on'), header.indexOf('Bought on') + 3)).toEqual(['2026-03-01', '2026-11-22T14:30:00', '1234.5'])
    expect(rows[1]![header.indexOf('Criticality')]).toBe('Not assessed')
  })

  it('as JSON keeps raw values and names what they point to', async () => {
    const body = (await get('format=json&sort=name')).json<{ count: number; items: Record<string, unknown>[]; labels: Record<string, { text: string }> }>()
    expect(body).toMatchObject({ noun: 'device', count: 2, items: [{ reference: 'D-0001', price: { minor: 123_450, currency: 'CNY' }, uses: ['office', 'lab'], level: 4 }, { level: null, kind: 'phone' }] })
    expect(body.labels[body.items[0]!.owner as string]?.text).toBe('张伟')
  })

  it('is noted with who, what and how many before it leaves', async () => {
    await get('format=json&filter[kind]=phone')
    const { rows } = await sql<{ actor_name: string; after: unknown }>`select h.actor_name, p.after from history h join history_payload p on p.history_id = h.id
      where h.org_id = ${org.id} and h.noun = 'export' order by h.seq desc limit 1`.execute(world.kit.db)
    expect(rows[0]).toEqual({ actor_name: 'Anna', after: { noun: 'device', format: 'json', query: { filter: { kind: 'phone' } }, columns: null, count: 1 } })
  })

  it('shows a caller only what the list shows them, and nothing to strangers', async () => {
    const [employee, auditAdmin] = [await org.actor(), await org.actor(['auditAdministrator'])]
    expect((await get('format=json', employee)).json()).toMatchObject({ count: 0, items: [] })
    expect((await get('format=json', auditAdmin)).statusCode).toBe(200)
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await get('format=json', stranger)).statusCode).toBe(404)
    expect((await get('format=json', { cookie: '' })).statusCode).toBe(401)
  })

  it('refuses what it does not know with a plain answer', async () => {
    const codes = await Promise.all(['format=pdf', 'columns=colour', 'filter[colour]=red', 'sort=colour', 'archived=maybe'].map(async (query) => [query, (await get(query)).json<{ code: string }>().code]))
    expect(codes).toEqual([['format=pdf', 'badFilter'], ['columns=colour', 'unknownField'], ['filter[colour]=red', 'unknownField'], ['sort=colour', 'unknownField'], ['archived=maybe', 'badFilter']])
  })

  it('of many rows is complete, whatever it was searched by', async () => {
    const other = await world.organisation()
    const actor = await other.actor(['ismsManager'])
    const bytes = Buffer.from(['Name,Kind', ...Array.from({ length: 12_345 }, (_, i) => `Gerät ${i},server`)].join('\n'))
    await applyNow(actor, (await dryRun(world, other, actor, bytes, { matchBy: [] })).id)
    const { rows } = await tableOf((await get('format=csv&columns=name&sort=name', actor, other.slug)).rawPayload)
    expect(new Set(rows.map(([name]) => name)).size).toBe(12_345)
    // After so large an import the search catches up by the queue.
    const found = async () => (await tableOf((await get(`format=csv&columns=name&q=${encodeURIComponent('Gerät')}`, actor, other.slug)).rawPayload)).rows.length
    await expect.poll(found, { timeout: 30_000, interval: 500 }).toBe(12_345)
  }, 60_000)
})
