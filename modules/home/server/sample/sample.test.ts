import { createWorld, type TestWorld } from '@heng/testkit'
import { module as approvals } from '@heng/approvals/server'
import { assets } from '@heng/assets/contract'
import { module as assetsModule } from '@heng/assets/server'
import { directory } from '@heng/directory/contract'
import { module as imports } from '@heng/imports/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { home } from '../../contract/index.ts'
import { module } from '../module.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([approvals, imports, assetsModule, module])
  await world.composition.startWorker()
})
afterAll(() => world.close())

describe('the sample company', () => {
  it('comes in through the importers, once', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    expect((await manager.call(home.overview, {})).sample).toEqual({ offered: true, jobId: null })
    await manager.call(home.loadSample, {})
    const deadline = Date.now() + 60_000
    let state = 'waiting'
    let error: unknown
    while (Date.now() < deadline && (state === 'waiting' || state === 'running')) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      const { rows } = await world.kit.pool.query<{ state: string; error: unknown }>(`select state, error from job where org_id = $1 and kind = 'home.sample'`, [org.id])
      ;({ state, error } = rows[0]!)
    }
    expect({ state, error }).toEqual({ state: 'done', error: null })
    const list = await manager.call(assets.asset.list, { limit: 500 })
    expect(list.total).toBe(400)
    expect(list.items.every((a) => a.unit !== null && a.type !== null)).toBe(true)
    expect((await manager.call(directory.person.list, {})).total).toBe(41)
    const units = await manager.call(directory.unit.list, { limit: 50 })
    expect(units.items.filter((u) => u.head !== null)).toHaveLength(12)
    // A server that nobody valued is worth what the businesses on it are.
    const server = list.items.find((a) => a.name.includes('erp-db01'))!
    expect(server).toMatchObject({ confidentiality: null, value: 5, keyAsset: true })
    expect((await manager.refusal(home.loadSample, {})).code).toBe('home.sampleNotEmpty')
  }, 90_000)
})
