import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type TestWorld } from '@heng/testkit'
import { assets } from '../../contract/index.ts'
import { module } from '../module.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([module])
})
afterAll(() => world.close())

describe('asset register', () => {
  it('creates, derives the value, lists, filters, sorts and pages', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    for (const [name, c] of [['客户数据库', 5], ['Mail server', 2], ['档案室', null]] as const) {
      await manager.call(assets.asset.create, { name, tier: 'component', confidentiality: c, integrity: 1, availability: 1, unit: org.rootUnit })
    }
    const high = await manager.call(assets.asset.list, { filter: { value: '3..' } })
    expect(high.items.map((a) => a.name)).toEqual(['客户数据库'])
    const unassessed = await manager.call(assets.asset.list, { filter: { value: '-' } })
    expect(unassessed.items.map((a) => a.name)).toEqual(['档案室'])
    const found = await manager.call(assets.asset.list, { q: '数据' })
    expect(found.items.map((a) => a.reference)).toEqual(['A-0001'])
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await manager.call(assets.asset.list, { sort: '-value', limit: 1, cursor })
      seen.push(...page.items.map((a) => a.name))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(['客户数据库', 'Mail server', '档案室'])
    expect(high.labels[org.rootUnit]?.text).toBe('Head office')
  })

  it('refuses a stale version with the current row, and replays an idempotent write', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const headers = { 'idempotency-key': 'k1' }
    const first = await manager.call(assets.asset.create, { name: 'Router', tier: 'component' }, { headers })
    const again = await manager.call(assets.asset.create, { name: 'Router', tier: 'component' }, { headers })
    expect(again).toEqual(first)
    const other = await manager.refusal(assets.asset.create, { name: 'Switch', tier: 'component' }, { headers })
    expect(other.code).toBe('idempotencyReuse')
    await manager.call(assets.asset.update, { id: first.id, version: 1, values: { name: 'Core router' } })
    const stale = await manager.refusal(assets.asset.update, { id: first.id, version: 1, values: { name: 'X' } })
    expect(stale).toMatchObject({ code: 'versionConflict', status: 409, data: { current: { name: 'Core router', version: 2 } } })
  })

  it('keeps organisations and units apart', async () => {
    const [one, two] = [await world.organisation(), await world.organisation()]
    const manager = await one.actor(['ismsManager'])
    const stranger = await two.actor(['ismsManager'])
    const asset = await manager.call(assets.asset.create, { name: 'Secret', tier: 'business', unit: one.rootUnit })
    expect((await stranger.refusal(assets.asset.get, { id: asset.id })).status).toBe(404)
    expect((await stranger.refusal(assets.asset.get, { id: asset.id, org: one.slug })).status).toBe(404)
    expect((await stranger.refusal(assets.asset.create, { name: 'x', tier: 'business', unit: one.rootUnit })).fields).toMatchObject([{ path: 'unit', code: 'reference' }])
    const employee = await one.actor()
    expect((await employee.call(assets.asset.list, {})).items).toEqual([])
    expect((await employee.refusal(assets.asset.get, { id: asset.id })).status).toBe(404)
  })
})
